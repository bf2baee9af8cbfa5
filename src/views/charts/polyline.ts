import type { Span } from "./span";

/** Points from which on a line is reduced to what its pixels can show. */
const mostPoints = 1000;

/**
 * An SVG path through (first + i, values[i]) on the given scales, of the steps in a span. NaN is skipped. More than a
 * thousand points are reduced to first, least, greatest and last of each pixel column, which look the same.
 */
export function polyline(
  { first, values }: { readonly first: number; readonly values: ArrayLike<number> },
  x: (step: number) => number,
  y: (value: number) => number,
  [from, to]: Span = [0, Infinity],
): string {
  const [begin, end] = [Math.max(0, from - first), Math.min(values.length, to + 1 - first)];
  let path = "";
  const put = (i: number) => {
    path += `${path ? "L" : "M"}${tenths(x(first + i))},${tenths(y(values[i]!))}`;
  };
  if (end - begin <= mostPoints) {
    for (let i = begin; i < end; i++) if (!Number.isNaN(values[i])) put(i);
  } else for (const i of extremesByColumn(values, (i) => Math.floor(x(first + i)), begin, end)) put(i);
  return path;
}

/** Shorter and much faster to write than toFixed. */
const tenths = (value: number) => Math.round(10 * value) / 10;

/** Indices of the first, least, greatest and last value of each column, in order and once; NaN is in none. */
export function extremesByColumn(
  values: ArrayLike<number>,
  columnOf: (i: number) => number,
  begin = 0,
  end = values.length,
): number[] {
  const indices: number[] = [];
  let [column, first, least, greatest, last] = [NaN, -1, -1, -1, -1];
  const put = (i: number) => {
    if (i > indices.at(-1)!) indices.push(i);
  };
  const finish = () => {
    if (first < 0) return;
    indices.push(first);
    put(Math.min(least, greatest));
    put(Math.max(least, greatest));
    put(last);
  };
  for (let i = begin; i < end; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const here = columnOf(i);
    if (here !== column) {
      finish();
      column = here;
      first = least = greatest = i;
    }
    if (value < values[least]!) least = i;
    if (value > values[greatest]!) greatest = i;
    last = i;
  }
  finish();
  return indices;
}
