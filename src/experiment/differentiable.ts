import { nodesIn, type Expression } from "../formula/ast";
import { toClosure } from "../formula/emit/evaluate";
import { hoist } from "../formula/hoist";
import { sharedLines } from "../formula/shared-lines";
import type { Point } from "../surfaces/surface";

/** A function of the plane with its gradient, and how many nodes one evaluation of either visits. */
export type Differentiable = {
  readonly value: (x: number, y: number) => number;
  readonly gradient: (x: number, y: number) => Point;
  readonly nodes: { readonly value: number; readonly gradient: number };
};

/** A surface's formula and its derivatives, at these values of its parameters. */
export function differentiableOf(
  formulas: { readonly value: Expression; readonly gradient: readonly [Expression, Expression] },
  parameters: Readonly<Record<string, number>>,
): Differentiable {
  const value = evaluatorOf([formulas.value], parameters);
  const gradient = evaluatorOf(formulas.gradient, parameters);
  return {
    value: (x, y) => {
      value.evaluate(x, y);
      return value.results[0]!;
    },
    gradient: (x, y) => {
      gradient.evaluate(x, y);
      return [gradient.results[0]!, gradient.results[1]!];
    },
    nodes: { value: value.nodes, gradient: gradient.nodes },
  };
}

function evaluatorOf(expressions: readonly Expression[], parameters: Readonly<Record<string, number>>) {
  const targets = expressions.map((_, i) => `#${i}`);
  const { hoisted, program } = hoist(
    expressions.map((value, i) => ({ target: targets[i]!, value })),
    new Set(["x", "y", ...targets]),
  );
  const shared = sharedLines(program.map(({ value }) => value));
  const given = ["x", "y", ...Object.keys(parameters)];
  const names = [...given, ...[...hoisted, ...shared.lines].map(({ target }) => target)];
  const slots = Float64Array.from({ length: names.length }, () => NaN);
  slots.set([0, 0, ...Object.values(parameters)]);
  hoisted.forEach(({ value }, i) => (slots[given.length + i] = toClosure(value, names)(slots)));

  const firstLine = given.length + hoisted.length;
  const lines = shared.lines.map(({ value }) => toClosure(value, names));
  const last = shared.expressions.map((expression) => toClosure(expression, names));
  const results = new Float64Array(expressions.length);
  return {
    results,
    nodes: [...shared.lines.map(({ value }) => value), ...shared.expressions]
      .map(nodesIn)
      .reduce((a, b) => a + b),
    evaluate(x: number, y: number) {
      slots[0] = x;
      slots[1] = y;
      for (let i = 0; i < lines.length; i++) slots[firstLine + i] = lines[i]!(slots);
      for (let i = 0; i < last.length; i++) results[i] = last[i]!(slots);
    },
  };
}
