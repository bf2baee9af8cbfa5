import { fold, type Expression } from "./ast";
import { wholeExponentOf, wholePower } from "./powers";
import { constantOf, vocableOf } from "./vocabulary";

/** Where a value lies; `undefined` is anywhere: no value, or one beyond float32. */
export type Range = Known | undefined;
type Known = {
  readonly low: number;
  readonly high: number;
  /** For a sum, the magnitudes of its terms together: compilers may add them up in another order. */
  readonly terms?: number;
};

/**
 * Where a WGSL program lands that computes an expression in float32, by the accuracies that WGSL promises
 * (w3.org/TR/WGSL, 15.7.4), for tests: what is outside is wrong, and a wide range says that float32 cannot tell.
 * Throws on a name without a range.
 */
export const float32Range = (expression: Expression, env: Readonly<Record<string, Range>>): Range =>
  fold<Range>(expression, (node, children) => {
    if (node.kind === "number") return literal(node.value);
    if (node.kind === "name") {
      const constant = constantOf(node.name);
      if (constant !== undefined) return literal(constant);
      if (!Object.hasOwn(env, node.name)) throw new Error(`no range for ${node.name}`);
      return env[node.name];
    }
    if (!children.every((child) => child !== undefined)) return undefined;
    const [a, b] = children;
    switch (node.kind) {
      case "unary":
        return { ...a!, ...negative(a!) };
      case "binary": {
        const n = node.op === "^" ? wholeExponentOf(node.right) : undefined;
        return n === undefined ? operations[node.op](a!, b!) : multipliedOut(a!, n);
      }
      case "call":
        if (!Object.hasOwn(functions, node.fn)) throw new Error(`no accuracy for ${node.fn}`);
        return functions[node.fn]!(children, vocableOf(node.fn)!.evaluate);
    }
  });

/** The distance of float32 neighbours, relative. */
const ulp = 2 ** -23;
const smallestNormal = 2 ** -126;
const largest = 3.4028234e38;

const literal = (value: number): Range =>
  Math.fround(value) === value
    ? { low: value, high: value }
    : widened({ low: value, high: value }, Math.abs(value) * ulp);

const negative = ({ low, high }: Known): Known => ({ low: -high, high: -low });

function sum(a: Known, b: Known): Range {
  const range = { low: a.low + b.low, high: a.high + b.high };
  const terms = (a.terms ?? most(a)) + (b.terms ?? most(b));
  const isOfMore = a.terms !== undefined || b.terms !== undefined;
  const total = isOfMore ? widened(range, terms * ulp) : rounded(range);
  return total && { ...total, terms };
}

function product(a: Known, b: Known): Range {
  const range = corners(a, b, (c, d) => c * d);
  // Of the very same value there is no negative square.
  return rounded(a === b ? { ...range, low: Math.max(range.low, least(a) ** 2) } : range);
}

function quotient(a: Known, b: Known): Range {
  // Beyond these WGSL promises nothing of a quotient.
  if (least(b) < smallestNormal || most(b) > 2 ** 126) return undefined;
  const range = corners(a, b, (c, d) => c / d);
  return widened(range, 2.5 * ulp * most(range));
}

function multipliedOut(a: Known, n: number): Range {
  const power = wholePower<Range>(a, Math.abs(n), (c, d) => c && d && product(c, d));
  return n > 0 ? power : power && quotient({ low: 1, high: 1 }, power);
}

/** As emit/wgsl.ts's _power: by magnitude, with a sign if the base is negative and the exponent whole. */
function power(a: Known, b: Known): Range {
  if (isExact(b) && b.low === 0) return { low: 1, high: 1 };
  if (isExact(a) && a.low === 0) return b.low > 0 ? a : undefined;
  if (least(a) < smallestNormal) return undefined;
  if (a.low < 0 && !(isExact(b) && Number.isInteger(b.low))) return undefined;
  // pow(a, b) is as accurate as exp2(b * log2(a)).
  const log = Math.max(Math.abs(Math.log2(least(a))), Math.abs(Math.log2(most(a))));
  const exponent = most(b);
  const error =
    Math.LN2 * exponent * (Math.max(2 ** -21, 3 * ulp * log) + log * ulp) + (3 + 2 * exponent * log) * ulp;
  const range = corners({ low: least(a), high: most(a) }, b, Math.pow);
  const magnitude = widened(range, error * range.high);
  return magnitude && a.low < 0 && b.low % 2 !== 0 ? negative(magnitude) : magnitude;
}

const operations = {
  "+": sum,
  "-": (a: Known, b: Known) => sum(a, { ...b, ...negative(b) }),
  "*": product,
  "/": quotient,
  "^": power,
} as const;

type Evaluate = (a: number, b: number) => number;
type Accuracy = (args: readonly Known[], evaluate: Evaluate) => Range;

/** Of functions that do not fall. */
const rising: (args: readonly Known[], evaluate: Evaluate) => Known = ([a, b], evaluate) => ({
  low: evaluate(a!.low, b?.low ?? 0),
  high: evaluate(a!.high, b?.high ?? 0),
});

/** Sine and cosine move no further than their argument; the error is that of emit/wgsl.ts's own polynomial. */
const wave: Accuracy = ([a], evaluate) => {
  if (most(a!) > 1e4) return undefined;
  const middle = evaluate((a!.low + a!.high) / 2, 0);
  const error = (a!.high - a!.low) / 2 + 3e-7 + 2e-10 * most(a!);
  return widened({ low: Math.max(-1, middle - error), high: Math.min(1, middle + error) }, 2 * ulp);
};

const functions: Readonly<Record<string, Accuracy>> = {
  sqrt: ([a], evaluate) => {
    if (a!.low < 0) return undefined;
    const range = rising([a!], evaluate);
    // As 1 / inverseSqrt(a): 2 ulp for the one, 2.5 for the other.
    return widened(range, 4.5 * ulp * range.high);
  },
  exp: ([a], evaluate) => {
    const range = rising([a!], evaluate);
    return widened(range, (3 + 2 * most(a!)) * ulp * range.high);
  },
  log: ([a], evaluate) => {
    if (a!.low < smallestNormal) return undefined;
    const range = rising([a!], evaluate);
    return widened(range, Math.max(2 ** -21, 3 * ulp * most(range)));
  },
  sin: wave,
  cos: wave,
  tanh: ([a], evaluate) => widened(rising([a!], evaluate), 1e-5),
  abs: ([a]) => ({ low: least(a!), high: most(a!) }),
  floor: rising,
  sign: rising,
  step: rising,
  min: rising,
  max: rising,
};

/** A sum or product: exact where float32 holds it. */
const rounded = (range: Known): Range =>
  isExact(range) && Math.fround(range.low) === range.low && (range.low === 0 || most(range) >= smallestNormal)
    ? within(range)
    : widened(range, ulp * most(range));

/** With an absolute error at both ends; what is below the normal numbers may have become 0. */
const widened = ({ low, high }: Known, error: number): Range =>
  within({ low: low - error - smallestNormal, high: high + error + smallestNormal });

const within = (range: Known): Range => (most(range) <= largest ? range : undefined);
const isExact = ({ low, high }: Known): boolean => low === high;
const least = ({ low, high }: Known): number => Math.max(0, low, -high);
const most = ({ low, high }: Known): number => Math.max(Math.abs(low), Math.abs(high));

/** Of what rises or falls in each of its arguments. */
function corners(a: Known, b: Known, f: Evaluate): Known {
  const values = [f(a.low, b.low), f(a.low, b.high), f(a.high, b.low), f(a.high, b.high)];
  return { low: Math.min(...values), high: Math.max(...values) };
}
