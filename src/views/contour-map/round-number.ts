/** The number with the fewest digits between two others; the one nearest to their middle where there are several. */
export function roundestBetween(from: number, to: number): number {
  if (!(to > from)) return from;
  if (from <= 0 && to >= 0) return 0;
  const middle = (from + to) / 2;
  const highest = Math.floor(Math.log10(Math.max(Math.abs(from), Math.abs(to))));
  for (let exponent = highest; exponent > highest - 12; exponent--) {
    for (const factor of [1, 0.5]) {
      const nearest = multipleOf(Math.round(middle / (factor * 10 ** exponent)), factor, exponent);
      if (nearest >= from && nearest <= to) return nearest;
    }
  }
  return middle;
}

/** The largest of 1, 2 and 5 times a power of ten that is not above a size. */
export function roundStep(size: number): number {
  const exponent = Math.floor(Math.log10(size) + 1e-9);
  const factor = [5, 2, 1].find((n) => n * 10 ** exponent <= size * (1 + 1e-9)) ?? 1;
  return multipleOf(1, factor, exponent);
}

/** Rounds to a whole number of steps, without the binary dust of 3 * 0.1. */
export const roundTo = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toPrecision(12));

// Dividing by a power of ten is exact where multiplying by its inverse is not.
const multipleOf = (n: number, factor: number, exponent: number): number =>
  Number((exponent < 0 ? (n * factor) / 10 ** -exponent : n * factor * 10 ** exponent).toPrecision(12));
