import type { Assignment } from "../../formula/ast";
import { toClosure, type Closure } from "../../formula/emit/evaluate";
import { hoist } from "../../formula/hoist";
import { parseProgram } from "../../formula/parse";
import { given, namesIn, scopeOf } from "../../formula/scope";
import type { Recording } from "../../experiment/recording";
import { hyperparametersOf, type RunSpec } from "../../experiment/spec";
import { resolveOptimizer } from "../../optimizers/index";
import type { Series } from "./series";

/** An assignment: where its value goes, and what computes it. */
type Row = { readonly target: number; readonly compute: Closure };

/** A rule that can be walked along recorded gradients, parted by how often its rows are computed. */
type Rule = {
  /** Names in a fixed order: `theta`, `g` and `t` first. */
  readonly names: readonly string[];
  readonly onceARun: readonly Row[];
  /** The same for every coordinate: `1 - beta1^t`. */
  readonly onceAStep: readonly Row[];
  /** As far as the last one that assigns a state; the others matter only where a rate is told. */
  readonly remembering: readonly Row[];
  readonly moving: readonly Row[];
};

/** Places of the given names among a rule's. */
const [theta, g, t] = [0, 1, 2];

/** Below this size of a gradient the difference of two steps is rounding noise. */
const smallest = 1e-8;

/** Steps a rate is computed at, at most about: it stays until the next, less than a pixel away. */
const mostTold = 1000;

/**
 * Effective learning rate of each coordinate: how far a step follows the gradient of its own moment, momentum aside.
 * The rule is walked along the recorded gradients and, where a rate is told, once more with the gradient reversed; what of
 * the step turns with it, over 2 g, is the rate: lr for momentum, lr / (sqrt(s) + eps) for RMSprop. Where g is
 * about zero there is none, and the value is NaN.
 */
export function effectiveRates(
  recording: Recording,
  run: number,
  spec: RunSpec,
): readonly [x: Series, y: Series] {
  const optimizer = resolveOptimizer(spec.optimizer);
  const rule = ruleOf(optimizer.update);
  const count = recording.frames === 0 ? 0 : recording.lastStep(run);
  const hyperparameters = hyperparametersOf(spec, optimizer);
  const common = Float64Array.from(rule.names, (name) => hyperparameters[name] ?? 0);
  apply(rule.onceARun, common);
  const states = [common, common.slice()] as const;
  const reversed = common.slice();
  const every = Math.ceil(count / mostTold);
  const rates = [new Float64Array(count), new Float64Array(count)] as const;
  for (let step = 1; step <= count; step++) {
    const position = recording.positionAt(run, step - 1);
    const gradient = recording.gradientAt(run, step - 1);
    common[t] = step;
    apply(rule.onceAStep, common);
    states[1][t] = step;
    for (const { target } of rule.onceAStep) states[1][target] = common[target]!;
    for (const axis of [0, 1] as const) {
      const state = states[axis];
      state[theta] = position[axis];
      state[g] = gradient[axis];
      if ((step - 1) % every > 0) {
        apply(rule.remembering, state);
        rates[axis][step - 1] = rates[axis][step - 2]!;
        continue;
      }
      reversed.set(state);
      reversed[g] = -gradient[axis];
      for (const values of [state, reversed]) {
        apply(rule.remembering, values);
        apply(rule.moving, values);
      }
      const turning = (reversed[theta]! - state[theta]!) / (2 * gradient[axis]);
      const isTold = Math.abs(gradient[axis]) > smallest * Math.max(1, Math.abs(position[axis]));
      rates[axis][step - 1] = isTold ? turning : NaN;
    }
  }
  return [
    { first: 1, values: rates[0] },
    { first: 1, values: rates[1] },
  ];
}

/** Whether two coordinates have rates a reader could tell apart. */
export function differs(x: Series, y: Series): boolean {
  return x.values.some(
    (a, i) => Math.abs(a - y.values[i]!) > 0.01 * Math.max(Math.abs(a), Math.abs(y.values[i]!)),
  );
}

function apply(rows: readonly Row[], values: Float64Array): void {
  for (const { target, compute } of rows) values[target] = compute(values);
}

const rules = new Map<string, Rule>();

/** Parsed once for each text: a slider's move changes no rule. */
function ruleOf(update: string): Rule {
  const known = rules.get(update);
  if (known) return known;
  const parsed = parseProgram(update);
  const { state, locals, hyperparameters } = scopeOf(parsed);
  const { hoisted, program } = hoist(parsed, new Set(["theta", "g", ...state]));
  const names = [...given, ...state, ...locals, ...hyperparameters, ...hoisted.map(({ target }) => target)];
  const rowOf = ({ target, value }: Assignment): Row => ({
    target: names.indexOf(target),
    compute: toClosure(value, names),
  });
  const changing = new Set(["t"]);
  for (const { target, value } of hoisted)
    if ([...namesIn(value)].some((name) => changing.has(name))) changing.add(target);
  const rows = program.map(rowOf);
  const remembered = 1 + program.findLastIndex(({ target }) => state.includes(target));
  const rule: Rule = {
    names,
    onceARun: hoisted.filter(({ target }) => !changing.has(target)).map(rowOf),
    onceAStep: hoisted.filter(({ target }) => changing.has(target)).map(rowOf),
    remembering: rows.slice(0, remembered),
    moving: rows.slice(remembered),
  };
  rules.set(update, rule);
  return rule;
}
