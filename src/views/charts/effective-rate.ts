import { toClosure, type Closure } from "../../formula/emit/evaluate";
import { parseProgram } from "../../formula/parse";
import { scopeOf } from "../../formula/scope";
import type { Recording } from "../../experiment/recording";
import { hyperparametersOf, type RunSpec } from "../../experiment/spec";
import { resolveOptimizer } from "../../optimizers/index";
import type { Series } from "./series";

/** A rule that can be walked along recorded gradients: names in a fixed order, an assignment a row. */
type Rule = {
  readonly names: readonly string[];
  readonly rows: readonly { readonly target: number; readonly compute: Closure }[];
};

/** Below this size of a gradient the difference of two steps is rounding noise. */
const smallest = 1e-8;

/**
 * Effective learning rate of each coordinate: how far a step follows the gradient of its own moment, momentum aside.
 * The rule is walked along the recorded gradients and, at each step, once more with the gradient reversed; what of
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
  const ratesOf = (axis: 0 | 1): Series => {
    const values = new Float64Array(count);
    const hyperparameters = hyperparametersOf(spec, optimizer);
    const at = (name: string) => rule.names.indexOf(name);
    const memory = Float64Array.from(rule.names, (name) => hyperparameters[name] ?? 0);
    const reversed = new Float64Array(memory.length);
    for (let step = 1; step <= count; step++) {
      const theta = recording.positionAt(run, step - 1)[axis];
      const g = recording.gradientAt(run, step - 1)[axis];
      memory[at("theta")] = theta;
      memory[at("t")] = step;
      memory[at("g")] = g;
      reversed.set(memory);
      reversed[at("g")] = -g;
      apply(rule, memory);
      apply(rule, reversed);
      const turning = (reversed[at("theta")]! - memory[at("theta")]!) / (2 * g);
      values[step - 1] = Math.abs(g) > smallest * Math.max(1, Math.abs(theta)) ? turning : NaN;
    }
    return { first: 1, values };
  };
  return [ratesOf(0), ratesOf(1)];
}

/** Whether two coordinates have rates a reader could tell apart. */
export function differs(x: Series, y: Series): boolean {
  return x.values.some(
    (a, i) => Math.abs(a - y.values[i]!) > 0.01 * Math.max(Math.abs(a), Math.abs(y.values[i]!)),
  );
}

function apply({ rows }: Rule, values: Float64Array): void {
  for (const { target, compute } of rows) values[target] = compute(values);
}

const rules = new Map<string, Rule>();

/** Parsed once for each text: a slider's move changes no rule. */
function ruleOf(update: string): Rule {
  const known = rules.get(update);
  if (known) return known;
  const program = parseProgram(update);
  const { state, locals, hyperparameters } = scopeOf(program);
  const names = ["theta", "g", "t", ...state, ...locals, ...hyperparameters];
  const rows = program.map(({ target, value }) => ({
    target: names.indexOf(target),
    compute: toClosure(value, names),
  }));
  const rule: Rule = { names, rows };
  rules.set(update, rule);
  return rule;
}
