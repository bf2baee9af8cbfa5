import type { Expression } from "./ast";

/** Up to here a power becomes products: faster than `pow`, and defined for a negative base. */
const largestWholePower = 8;

/** The exponent of `u^v` if it is a literal whole number to be multiplied out. */
export function wholeExponentOf(exponent: Expression): number | undefined {
  const value = literalOf(exponent);
  return value !== undefined && Number.isInteger(value) && value !== 0 && Math.abs(value) <= largestWholePower
    ? value
    : undefined;
}

/** The value of a number as written, its sign included. */
export function literalOf(expression: Expression): number | undefined {
  if (expression.kind === "number") return expression.value;
  return expression.kind === "unary" && expression.arg.kind === "number" ? -expression.arg.value : undefined;
}

/** `a` to a whole `n` from 1, by squaring; every target multiplies in this order, so all round alike. */
export function wholePower<T>(a: T, n: number, mul: (a: T, b: T) => T): T {
  if (n === 1) return a;
  return n % 2 === 0 ? wholePower(mul(a, a), n / 2, mul) : mul(a, wholePower(a, n - 1, mul));
}

/**
 * The same as helper functions of a generated program, one a power, so that nested powers stay short.
 * Their names begin with `_`, which no name of a formula does.
 */
export const powerHelpers = (define: (name: string, body: string) => string): string =>
  Array.from({ length: largestWholePower }, (_, i) => i + 1)
    .map((n) =>
      define(`_power${n}`, n === 1 ? "a" : n % 2 === 0 ? `_power${n / 2}(a * a)` : `a * _power${n - 1}(a)`),
    )
    .join("\n");
