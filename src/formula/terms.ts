import type { Expression } from "./ast";
import { add, sub } from "./build";

/** A sum taken apart: what is added, and what is taken away. */
export type Term = { readonly isNegative: boolean; readonly value: Expression };

/** The terms of a sum, in reading order; of anything else, itself. */
export function termsOf(expression: Expression, isNegative = false): Term[] {
  if (expression.kind === "unary") return termsOf(expression.arg, !isNegative);
  if (expression.kind !== "binary" || (expression.op !== "+" && expression.op !== "-"))
    return [{ isNegative, value: expression }];
  const { op, left, right } = expression;
  return [...termsOf(left, isNegative), ...termsOf(right, (op === "-") !== isNegative)];
}

/** The sum of terms, as one would write it. */
export const sumOf = (terms: readonly Term[]): Expression =>
  terms.reduce<Expression>((sum, { isNegative, value }) => (isNegative ? sub(sum, value) : add(sum, value)), {
    kind: "number",
    value: 0,
  });

/** What is added to a name that is a term of a sum by itself: `-lr * b` of `theta - lr * b`; undefined where it is none. */
export function addedTo(name: string, expression: Expression): Expression | undefined {
  const terms = termsOf(expression);
  const own = terms.findIndex(
    ({ isNegative, value }) => !isNegative && value.kind === "name" && value.name === name,
  );
  return own < 0 ? undefined : sumOf(terms.filter((_, i) => i !== own));
}

/** A product taken apart: what stands above the line, and what below it; signs are drawn out. */
export type Factors = {
  readonly isNegative: boolean;
  readonly above: readonly Expression[];
  readonly below: readonly Expression[];
};

/** The factors of a product or quotient, in reading order; of anything else, itself. */
export function factorsOf(expression: Expression): Factors {
  if (expression.kind === "unary") {
    const { isNegative, ...rest } = factorsOf(expression.arg);
    return { isNegative: !isNegative, ...rest };
  }
  if (expression.kind !== "binary" || (expression.op !== "*" && expression.op !== "/"))
    return { isNegative: false, above: [expression], below: [] };
  const [left, right] = [factorsOf(expression.left), factorsOf(expression.right)];
  const [above, below] = expression.op === "*" ? [right.above, right.below] : [right.below, right.above];
  return {
    isNegative: left.isNegative !== right.isNegative,
    above: [...left.above, ...above],
    below: [...left.below, ...below],
  };
}

/** A product as one would write it, from left to right; undefined of nothing. */
export const productOf = (factors: readonly Expression[]): Expression | undefined =>
  factors.length === 0
    ? undefined
    : factors.reduce((left, right) => ({ kind: "binary", op: "*", left, right }));
