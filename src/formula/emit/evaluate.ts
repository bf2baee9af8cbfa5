import type { BinaryOperator, Expression } from "../ast";
import { fold } from "../ast";
import { wholeExponentOf, wholePower } from "../powers";
import { constantOf, vocableOf } from "../vocabulary";

/** Computes an expression from the values of its names. */
export type Closure = (values: ArrayLike<number>) => number;

const arithmetic: Readonly<Record<BinaryOperator, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": Math.pow,
};

/**
 * The meaning of an expression: what the other targets are tested against, and what runs where a content policy
 * forbids generated code. Values are handed in in the order of `names`. Throws on a name that is not among them.
 */
export const toClosure = (expression: Expression, names: readonly string[]): Closure =>
  fold<Closure>(expression, (node, [a, b]) => {
    switch (node.kind) {
      case "number":
        return () => node.value;
      case "name": {
        const constant = constantOf(node.name);
        if (constant !== undefined) return () => constant;
        const index = names.indexOf(node.name);
        if (index < 0) throw new Error(`no value for ${node.name}`);
        return (values) => values[index]!;
      }
      case "unary":
        return (values) => -a!(values);
      case "binary": {
        const n = node.op === "^" ? wholeExponentOf(node.right) : undefined;
        if (n !== undefined) return wholePowerOf(a!, n);
        const operation = arithmetic[node.op];
        return (values) => operation(a!(values), b!(values));
      }
      case "call": {
        const { arity, evaluate } = vocableOf(node.fn)!;
        return arity === 1
          ? (values) => evaluate(a!(values), 0)
          : (values) => evaluate(a!(values), b!(values));
      }
    }
  });

function wholePowerOf(base: Closure, n: number): Closure {
  const times = arithmetic["*"];
  return n > 0
    ? (values) => wholePower(base(values), n, times)
    : (values) => 1 / wholePower(base(values), -n, times);
}
