import type { Assignment } from "../../formula/ast";
import { toClosure } from "../../formula/emit/evaluate";
import type { Point } from "../../surfaces/surface";
import type { Objective } from "../compile";
import type { Rule } from "../../experiment/rule";

/**
 * Values of `rule.perStep` at steps t = first to first + count - 1, in float64 for every backend: 1 - beta2^t loses
 * half its digits in float32. Shape [count, rule.perStep.length].
 */
export function perStepOf(
  rule: Rule,
  hyperparameters: Readonly<Record<string, number>>,
  first: number,
  count: number,
): Float64Array {
  const given = rule.hyperparameters.map((name) => hyperparameters[name]!);
  const width = rule.perStep.length;
  const table = new Float64Array(count * width);
  if (width === 0) return table;
  const evaluate = evaluatorOf(rule.perStep, ["t", ...rule.hyperparameters]);
  for (let i = 0; i < count; i++) table.set(evaluate([first + i, ...given]), i * width);
  return table;
}

/** Values of `objective.constants` by name, in float64, from the surface's parameters. */
export function constantsOf(
  objective: Objective,
  parameters: Readonly<Record<string, number>>,
): Record<string, number> {
  const given = objective.parameters.map((name) => parameters[name]!);
  const values = evaluatorOf(objective.constants, objective.parameters)(given);
  return Object.fromEntries(objective.constants.map(({ target }, i) => [target, values[i]!]));
}

/** A surface's value at a point. */
export function lossOf(
  objective: Objective,
  parameters: Readonly<Record<string, number>>,
): (point: Point) => number {
  const values = { ...parameters, ...constantsOf(objective, parameters) };
  const loss = toClosure(objective.value, ["x", "y", ...Object.keys(values)]);
  return ([x, y]) => loss([x, y, ...Object.values(values)]);
}

type Evaluator = (given: readonly number[]) => number[];

/** Closures by the lines they were made from: a slider's move evaluates the same lines with other numbers. */
const evaluators = new WeakMap<readonly Assignment[], Evaluator>();

/** Runs the lines in order, each seeing the given names and the targets before it; yields the targets' values. */
function evaluatorOf(lines: readonly Assignment[], names: readonly string[]): Evaluator {
  const known = evaluators.get(lines);
  if (known) return known;
  const scope = [...new Set([...names, ...lines.map(({ target }) => target)])];
  const steps = lines.map(({ target, value }) => ({
    slot: scope.indexOf(target),
    compute: toClosure(value, scope),
  }));
  const evaluate: Evaluator = (given) => {
    const values = [...given];
    for (const { slot, compute } of steps) values[slot] = compute(values);
    return steps.map(({ slot }) => values[slot]!);
  };
  evaluators.set(lines, evaluate);
  return evaluate;
}
