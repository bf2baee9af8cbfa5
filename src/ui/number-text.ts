/** A number as one would type it: six significant digits at most, 4e-6 rather than 0.000004. */
export function numberText(value: number): string {
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(6));
  return rounded !== 0 && Math.abs(rounded) < 1e-4 ? rounded.toExponential() : String(rounded);
}
