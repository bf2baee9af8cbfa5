import type { Expression } from "./ast";
import { literalOf } from "./powers";
import { versioned, type SingleAssignment } from "./single-assignment";
import { vocableOf } from "./vocabulary";

/**
 * What becomes of a quantity where every gradient and every parameter changes its sign: a `size` stays (a mean of squares,
 * a rate), a `direction` changes its sign too (a gradient, a momentum), `zero` is both, and `mixed` is neither.
 */
export type Parity = "zero" | "size" | "direction" | "mixed";

/** The parity of an expression from those of its names. */
export function parityOf(expression: Expression, of: (name: string) => Parity): Parity {
  const parity = (part: Expression) => parityOf(part, of);
  switch (expression.kind) {
    case "number":
      return expression.value === 0 ? "zero" : "size";
    case "name":
      return of(expression.name);
    case "unary":
      return parity(expression.arg);
    case "binary": {
      const { op, left, right } = expression;
      if (op === "+" || op === "-") return joined(parity(left), parity(right));
      return op === "^"
        ? powered(parity(left), right, parity(right))
        : multiplied(parity(left), parity(right));
    }
    case "call": {
      const parities = expression.args.map(parity);
      if (parities.every((each) => each === "zero") && vocableOf(expression.fn)!.evaluate(0, 0) === 0)
        return "zero";
      if (parities.every(isStill)) return "size";
      if (parities.length === 1) return parities[0] === "direction" ? turnedBy(expression.fn) : "mixed";
      const { limit, within } = limitedOf(expression) ?? {};
      return limit && within && isStill(parity(limit)) ? parity(within) : "mixed";
    }
  }
}

/** What holds for both of two. */
function joined(a: Parity, b: Parity): Parity {
  if (a === "zero" || a === b) return b;
  return b === "zero" ? a : "mixed";
}

function multiplied(a: Parity, b: Parity): Parity {
  if (a === "mixed" || b === "mixed") return "mixed";
  if (a === "zero" || b === "zero") return "zero";
  return a === b ? "size" : "direction";
}

function powered(base: Parity, exponent: Expression, ofExponent: Parity): Parity {
  const whole = literalOf(exponent);
  if (base === "direction" && Number.isInteger(whole)) return whole! % 2 === 0 ? "size" : "direction";
  return isStill(base) && isStill(ofExponent) ? "size" : "mixed";
}

const isStill = (parity: Parity) => parity === "size" || parity === "zero";

/** What a function makes of a direction, asked of what it computes: tanh turns with it, abs does not, exp is neither. */
function turnedBy(fn: string): Parity {
  const { evaluate } = vocableOf(fn)!;
  const pairs = [0.3, 0.7, 1.9].map((a) => [evaluate(a, 0), evaluate(-a, 0)] as const);
  if (pairs.every(([ahead, back]) => ahead === back)) return "size";
  return pairs.every(([ahead, back]) => ahead === -back) ? "direction" : "mixed";
}

/** The parts of `max(-limit, min(limit, within))`, in any order: what is cut alike at both ends keeps its parity. */
function limitedOf(outer: Expression): { limit: Expression; within: Expression } | undefined {
  for (const [edge, inner] of sidesOf(outer))
    for (const [limit, within] of sidesOf(inner))
      if (fnOf(outer) !== fnOf(inner) && isOpposite(edge, limit)) return { limit, within };
  return undefined;
}

const fnOf = (node: Expression) => (node.kind === "call" ? node.fn : undefined);

/** The arguments of a `min` or `max`, in both orders. */
function sidesOf(node: Expression): readonly (readonly [Expression, Expression])[] {
  if (node.kind !== "call" || (node.fn !== "min" && node.fn !== "max")) return [];
  const [a, b] = node.args as readonly [Expression, Expression];
  return [
    [a, b],
    [b, a],
  ];
}

const isOpposite = (a: Expression, b: Expression) => isNegative(a, b) || isNegative(b, a);
const isNegative = (a: Expression, b: Expression) =>
  a.kind === "unary" && JSON.stringify(a.arg) === JSON.stringify(b);

/**
 * The parity of everything a rule assigns or carries over, by its name at each moment: `theta` and `g` are directions,
 * state is what its first value and its last assignment have in common; what is not assigned is a size.
 */
export function paritiesOf(
  { lines, last }: SingleAssignment,
  initial: Readonly<Record<string, Expression>>,
): (name: string) => Parity {
  const parities = new Map<string, Parity>([
    [versioned("theta", 0), "direction"],
    [versioned("g", 0), "direction"],
  ]);
  const of = (name: string) => parities.get(name) ?? "size";
  const first = (name: string): Parity => {
    const value = initial[name];
    return value ? parityOf(value, (read) => (read === "theta" ? "direction" : "size")) : "zero";
  };
  const carried = [...last].filter(([name]) => name !== "theta" && name !== "g");
  for (const [name] of carried) parities.set(versioned(name, 0), first(name));
  // Each round can only make a parity less certain, and three rounds a name are the most it takes.
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const { target, value } of lines) parities.set(target, parityOf(value, of));
    for (const [name, end] of carried) {
      const before = of(versioned(name, 0));
      const after = joined(before, of(end));
      if (after !== before) isSettled = false;
      parities.set(versioned(name, 0), after);
    }
  }
  return of;
}
