import { formatNumber } from "../number-format/number-format";

/** How a value is told: what is seen and remembered, a step, a place, a number of the rule, a number as it was typed. */
export type NumberKind = "plain" | "step" | "point" | "scalar" | "typed";

/** Decimals a column has at most: what is smaller is told in powers of ten. */
const mostDecimals = 5;
/** From here on plain digits say less than a power of ten. */
const largest = 1e6;

/** The two coordinates of a value, with as many decimals each as both need; a place has those of the step it takes. */
export function columnTexts(
  values: readonly [number, number],
  kind: "plain" | "step" | "point",
  step?: readonly [number, number],
): readonly [string, string] {
  const decimals = kind === "plain" ? plainDecimals(values) : stepDecimals(kind === "point" ? step! : values);
  const shown = kind === "point" ? Math.min(Math.max(decimals, 2), mostDecimals) : decimals;
  // Where a step leads to zero, what is left of the place is rounding.
  const dust = kind === "point" ? 1e-9 * Math.max(...step!.map(Math.abs)) : 0;
  const text = (value: number) => entryText(Math.abs(value) < dust ? 0 : value, shown);
  return [text(values[0]), text(values[1])];
}

/** A number alone: as typed, or to four digits; 1 - 0.99 is 0.01 without the dust of its last bits. */
export const scalarText = (value: number, kind: "scalar" | "typed"): string =>
  formatNumber(Number(value.toPrecision(12)), kind === "typed" ? 6 : 4);

/** Two decimals; fewer where the numbers are long, more until the smaller one has two digits. */
function plainDecimals(values: readonly number[]): number {
  const [smaller, larger] = sizesOf(values);
  if (larger >= 1e5 || values.every((value) => signs.includes(value))) return 0;
  if (larger >= 1000) return 1;
  return Math.min(Math.max(2, digitsTo(smaller, 2)), mostDecimals);
}

/** A switch or a sign needs no decimals. */
const signs = [-1, 0, 1];

/** Three digits of the larger, two of the smaller. */
function stepDecimals(values: readonly number[]): number {
  const [smaller, larger] = sizesOf(values);
  return Math.min(Math.max(0, digitsTo(larger, 3), digitsTo(smaller, 2)), mostDecimals);
}

/** Decimals after which a size has that many digits. */
const digitsTo = (size: number, digits: number) => digits - 1 - Math.floor(Math.log10(size) + 1e-12);

/** The smaller and the larger of what is there to be told: neither nothing, nor next to nothing beside the other. */
function sizesOf(values: readonly number[]): readonly [number, number] {
  const sizes = values.map(Math.abs).filter((size) => size > 0 && Number.isFinite(size));
  if (sizes.length === 0) return [1, 1];
  const larger = Math.max(...sizes);
  return [Math.min(...sizes.filter((size) => size > 0.01 * larger)), larger];
}

/** With so many decimals, unless less than two digits would be left of it. */
function entryText(value: number, decimals: number): string {
  const size = Math.abs(value);
  if (value === 0) return "0";
  if (!(size < largest) || size < 9.5 * 10 ** -decimals) return formatNumber(value, 2);
  return `${value < 0 ? "−" : ""}${size.toFixed(decimals)}`;
}
