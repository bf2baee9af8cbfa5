import { fold, type BinaryOperator, type Expression } from "./ast";
import { toClosure } from "./emit/evaluate";
import { literalOf } from "./powers";
import { namesIn } from "./scope";

// Constructors that drop zeros and ones, fold numbers and draw signs and coefficients to the front, so that
// what a machine derived still reads like a formula.

/** A number; a negative one is a sign before a number, as a reader would have typed it. */
export const literal = (value: number): Expression =>
  value < 0 || Object.is(value, -0)
    ? { kind: "unary", op: "-", arg: { kind: "number", value: -value } }
    : { kind: "number", value };

/** `-a`; two signs cancel. */
export const neg = (a: Expression): Expression => {
  if (a.kind === "unary") return a.arg;
  return literalOf(a) === 0 ? a : { kind: "unary", op: "-", arg: a };
};

/** `a + b`; a difference where one of them carries a sign. */
export const add = (a: Expression, b: Expression): Expression => {
  if (literalOf(a) === 0) return b;
  if (literalOf(b) === 0) return a;
  const folded = foldedLiteral("+", a, b);
  if (folded) return folded;
  if (b.kind === "unary") return sub(a, b.arg);
  return a.kind === "unary" ? sub(b, a.arg) : binary("+", a, b);
};

/** `a - b`; a sum where `b` carries a sign. */
export const sub = (a: Expression, b: Expression): Expression => {
  if (literalOf(b) === 0) return a;
  if (literalOf(a) === 0) return neg(b);
  return foldedLiteral("-", a, b) ?? (b.kind === "unary" ? add(a, b.arg) : binary("-", a, b));
};

/** `a * b`, sign and number first, and one fraction of it where there are two. */
export const mul = (a: Expression, b: Expression): Expression => {
  if (literalOf(a) === 0 || literalOf(b) === 0) return literal(0);
  if (a.kind === "unary") return neg(mul(a.arg, b));
  if (b.kind === "unary") return neg(mul(a, b.arg));
  if (b.kind === "number" && a.kind !== "number") return mul(b, a);
  if (literalOf(a) === 1) return b;
  const folded = foldedLiteral("*", a, b);
  if (folded) return folded;
  if (b.kind === "binary" && b.op === "*") return mul(mul(a, b.left), b.right);
  if (b.kind === "binary" && b.op === "/") return div(mul(a, b.left), b.right);
  if (a.kind === "binary" && a.op === "/") return div(mul(a.left, b), a.right);
  return binary("*", a, b);
};

/** `a / b`, cancelled where every term of `a` is a multiple of the number `b`. */
export const div = (a: Expression, b: Expression): Expression => {
  if (literalOf(a) === 0) return literal(0);
  if (a.kind === "unary") return neg(div(a.arg, b));
  if (b.kind === "unary") return neg(div(a, b.arg));
  if (literalOf(b) === 1) return a;
  const cancelled = b.kind === "number" ? divided(a, b.value) : undefined;
  return cancelled ?? foldedLiteral("/", a, b) ?? binary("/", a, b);
};

/** `a ^ b`, unless the exponent is zero or one. */
export const pow = (a: Expression, b: Expression): Expression => {
  if (literalOf(b) === 0) return literal(1);
  if (literalOf(b) === 1) return a;
  return foldedLiteral("^", a, b) ?? binary("^", a, b);
};

/** A call, computed at once if nothing in it varies. */
export function call(fn: string, args: readonly Expression[]): Expression {
  const expression: Expression = { kind: "call", fn, args };
  if (args.some((arg) => namesIn(arg).size > 0)) return expression;
  const value = toClosure(expression, [])([]);
  return Number.isFinite(value) ? literal(value) : expression;
}

const operations: Readonly<Record<BinaryOperator, (a: Expression, b: Expression) => Expression>> = {
  "+": add,
  "-": sub,
  "*": mul,
  "/": div,
  "^": pow,
};

/** Puts expressions in the place of names; what this leaves untouched stays as it was typed. */
export const substitute = (expression: Expression, bindings: ReadonlyMap<string, Expression>): Expression =>
  fold<Expression>(expression, (node, children) => {
    const [a, b] = children;
    switch (node.kind) {
      case "number":
        return node;
      case "name":
        return bindings.get(node.name) ?? node;
      case "unary":
        return a === node.arg ? node : neg(a!);
      case "binary":
        return a === node.left && b === node.right ? node : operations[node.op](a!, b!);
      case "call":
        return children.every((child, i) => child === node.args[i]) ? node : call(node.fn, children);
    }
  });

const binary = (op: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: "binary",
  op,
  left,
  right,
});

function foldedLiteral(op: BinaryOperator, a: Expression, b: Expression): Expression | undefined {
  if (literalOf(a) === undefined || literalOf(b) === undefined) return undefined;
  const value = toClosure(binary(op, a, b), [])([]);
  return Number.isFinite(value) ? literal(value) : undefined;
}

/** `a / by` where every term's coefficient is a multiple of `by`: 2 * x / 2 is x. */
function divided(a: Expression, by: number): Expression | undefined {
  if (a.kind === "number") return a.value % by === 0 ? literal(a.value / by) : undefined;
  if (a.kind === "unary") return mapped(divided(a.arg, by), neg);
  if (a.kind !== "binary") return undefined;
  if (a.op === "*") return mapped(divided(a.left, by), (left) => mul(left, a.right));
  if (a.op !== "+" && a.op !== "-") return undefined;
  const left = divided(a.left, by);
  const right = left && divided(a.right, by);
  return left && right && operations[a.op](left, right);
}

const mapped = <A, B>(value: A | undefined, map: (value: A) => B): B | undefined =>
  value === undefined ? undefined : map(value);
