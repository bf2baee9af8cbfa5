import type { Assignment } from "../../formula/ast";
import { toClosure, type Closure } from "../../formula/emit/evaluate";
import { namesIn } from "../../formula/scope";
import { numbersOfRun, ruleOfRun } from "../../experiment/composed-rule";
import type { Recording } from "../../experiment/recording";
import { compileRule } from "../../experiment/rule";
import type { ExperimentSpec } from "../../experiment/spec";
import type { Series } from "./series";

/** An assignment: where its value goes, and what computes it. */
type Row = { readonly target: number; readonly compute: Closure };

/** A rule that can be walked along recorded gradients, parted by how often its rows are computed. */
type Walkable = {
  /** Names in a fixed order: the given ones first. */
  readonly names: readonly string[];
  readonly state: readonly string[];
  readonly initial: readonly Closure[];
  /** Whether the iterates recorded are where the gradients were taken. */
  readonly isWhereItReports: boolean;
  readonly onceARun: readonly Row[];
  /** The same for every coordinate: `1 - beta1^t`. */
  readonly onceAStep: readonly Row[];
  readonly penalties: readonly Row[];
  readonly update: readonly Row[];
};

const given = ["theta", "g", "t", "g_norm", "loss_t"] as const;
const [theta, g, t, norm, loss] = [0, 1, 2, 3, 4];

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
  spec: ExperimentSpec,
): readonly [x: Series, y: Series] {
  const rule = walkableOf(spec, run);
  const count = recording.frames === 0 ? 0 : recording.lastStep(run);
  const numbers: Record<string, number> = {
    ...numbersOfRun(spec, spec.runs[run]!),
    steps: recording.steps,
  };
  const common = Float64Array.from(rule.names, (name) => numbers[name] ?? 0);
  apply(rule.onceARun, common);
  const axes = [0, 1] as const;
  const states = axes.map((axis) => {
    const state = common.slice();
    state[theta] = recording.positionAt(run, 0)[axis];
    rule.initial.forEach((first, i) => (state[rule.names.indexOf(rule.state[i]!)] = first(state)));
    return state;
  });
  const reversed = common.slice();
  const every = Math.ceil(count / mostTold);
  const rates = [new Float64Array(count), new Float64Array(count)] as const;
  for (let step = 1; step <= count; step++) {
    const position = recording.positionAt(run, step - 1);
    const gradient = recording.gradientAt(run, step - 1);
    common[t] = step;
    apply(rule.onceAStep, common);
    for (const axis of axes) {
      const state = states[axis]!;
      state[t] = step;
      state[loss] = recording.lossAt(run, step - 1);
      for (const { target } of rule.onceAStep) state[target] = common[target]!;
      if (rule.isWhereItReports) state[theta] = position[axis];
      state[g] = gradient[axis];
      apply(rule.penalties, state);
    }
    const length = Math.hypot(states[0]![g]!, states[1]![g]!);
    for (const axis of axes) {
      const state = states[axis]!;
      state[norm] = length;
      const isTold = (step - 1) % every === 0;
      if (isTold) {
        reversed.set(state);
        reversed[g] = 2 * (state[g]! - gradient[axis]) - state[g]!;
        apply(rule.update, reversed);
      }
      apply(rule.update, state);
      rates[axis][step - 1] = isTold
        ? rateOf(reversed[theta]! - state[theta]!, gradient[axis], position[axis])
        : rates[axis][step - 2]!;
    }
  }
  return [
    { first: 1, values: rates[0] },
    { first: 1, values: rates[1] },
  ];
}

/** Half of what turns with the gradient, over the gradient; NaN where nothing turns or there is no gradient. */
function rateOf(turned: number, gradient: number, position: number): number {
  const isGradient = Math.abs(gradient) > smallest * Math.max(1, Math.abs(position));
  const rate = turned / (2 * gradient);
  return isGradient && rate !== 0 ? rate : NaN;
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

const walkables = new Map<string, Walkable>();

/** Prepared once for each rule: a slider's move changes none. */
function walkableOf(spec: ExperimentSpec, run: number): Walkable {
  const rule = compileRule(ruleOfRun(spec, spec.runs[run]!));
  const known = walkables.get(rule.text);
  if (known) return known;
  const { state, hyperparameters, perStep, penalties, update } = rule;
  const targets = [...perStep, ...penalties, ...update].map(({ target }) => target);
  const names = [...new Set([...given, ...state, ...hyperparameters, ...targets])];
  const rowOf = ({ target, value }: Assignment): Row => ({
    target: names.indexOf(target),
    compute: toClosure(value, names),
  });
  const changing = new Set(["t"]);
  for (const { target, value } of perStep)
    if ([...namesIn(value)].some((name) => changing.has(name))) changing.add(target);
  const walkable: Walkable = {
    names,
    state,
    initial: rule.initial.map((expression) => toClosure(expression, names)),
    isWhereItReports: rule.reports === "theta",
    onceARun: perStep.filter(({ target }) => !changing.has(target)).map(rowOf),
    onceAStep: perStep.filter(({ target }) => changing.has(target)).map(rowOf),
    penalties: penalties.map(rowOf),
    update: update.map(rowOf),
  };
  walkables.set(rule.text, walkable);
  return walkable;
}
