import { nice, ticks } from "d3";

/** The values an axis spans, and where its hairlines lie. */
export type Axis = {
  readonly isLogarithmic: boolean;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
};

/** Decades a logarithmic axis shows at most: what is smaller is the rounding of float64. */
const mostDecades = 16;

/**
 * A logarithmic axis over the positive values among these, its ends at half decades so that it keeps still while a
 * slider moves; at most `most` decades have a line. Undefined where there is no positive value, or a negative one.
 */
export function logarithmicAxis(values: Iterable<number>, most: number): Axis | undefined {
  const [lowest, highest] = extentOf(values, (value) => value !== 0);
  if (!(lowest > 0) || highest === -Infinity) return undefined;
  const top = Math.ceil(2 * Math.log10(highest) + 0.1) / 2;
  let bottom = Math.max(Math.floor(2 * Math.log10(lowest) - 0.1) / 2, top - mostDecades);
  // One decade at least, and two lines to read a scale from.
  while (top - bottom < 1 || Math.floor(top) - Math.ceil(bottom) < 1) bottom -= 0.5;
  return { isLogarithmic: true, domain: [10 ** bottom, 10 ** top], ticks: decades(bottom, top, most) };
}

/** An axis over all finite values among these, with ends at round numbers; [0, 1] without a line where there is none. */
export function linearAxis(values: Iterable<number>, most: number): Axis {
  let [low, high] = extentOf(values, Number.isFinite);
  if (!(low <= high)) return { isLogarithmic: false, domain: [0, 1], ticks: [] };
  // A quantity that comes near zero is shown from zero: its height then means its size.
  if (low > 0 && low < 0.5 * high) low = 0;
  if (low === high) [low, high] = low === 0 ? [0, 1] : [Math.min(0, 2 * low), Math.max(0, 2 * low)];
  const domain = nice(low, high, most) as [number, number];
  return { isLogarithmic: false, domain, ticks: ticks(...domain, most) };
}

function decades(bottom: number, top: number, most: number): number[] {
  const [first, last] = [Math.ceil(bottom - 1e-9), Math.floor(top + 1e-9)];
  const every = Math.ceil((last - first + 1) / most);
  // Counted from 10^0, so that 1 is among them wherever it is in view.
  const start = Math.ceil(first / every) * every;
  return Array.from({ length: Math.floor((last - start) / every) + 1 }, (_, i) =>
    Number(`1e${start + i * every}`),
  );
}

function extentOf(values: Iterable<number>, counts: (value: number) => boolean): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value) || !counts(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
