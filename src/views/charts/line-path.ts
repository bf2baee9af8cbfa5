import { inOrder, pixelColumns, type PixelColumn } from "./pixel-columns";
import type { Span } from "./span";

/** An SVG path, and whether it is the outline of an area. */
export type LinePath = { readonly d: string; readonly isBand: boolean };

/** Points a pixel from which on a line is reduced to what its pixels can show. */
const mostPerPixel = 2;
/** Mean height of a column, in pixels, from which on a reduced line is an area: dashes could not be told in it. */
const bandFrom = 3;

/**
 * A path through (first + i, values[i]) on the given scales, of the steps in a span; `x` is linear; NaN is skipped. Many points are
 * reduced to first, least, greatest and last of each pixel column, which look the same; where these lie far apart, to
 * the area between least and greatest: the strokes of ten thousand steps take as long to draw as they are long.
 */
export function linePath(
  { first, values }: { readonly first: number; readonly values: ArrayLike<number> },
  x: (step: number) => number,
  y: (value: number) => number,
  [from, to]: Span = [0, Infinity],
): LinePath {
  const [begin, end] = [Math.max(0, from - first), Math.min(values.length, to + 1 - first)];
  const point = (i: number) => `${tenths(x(first + i))},${tenths(y(values[i]!))}`;
  const pixels = x(first + end - 1) - x(first + begin);
  if (end - begin <= mostPerPixel * pixels + 2) {
    const points: string[] = [];
    for (let i = begin; i < end; i++) if (!Number.isNaN(values[i])) points.push(point(i));
    return { d: joined(points), isBand: false };
  }
  // Asked of a scale ten thousand times for each line, the same takes longer than all the rest.
  const [left, aStep] = [x(first + begin), pixels / (end - 1 - begin)];
  const columns = pixelColumns(values, (i) => Math.floor(left + aStep * (i - begin)), begin, end);
  const heightOf = ({ least, greatest }: PixelColumn) => y(values[least]!) - y(values[greatest]!);
  const height = columns.reduce((sum, column) => sum + heightOf(column), 0) / columns.length;
  if (!(height > bandFrom)) return { d: joined(columns.flatMap(inOrder).map(point)), isBand: false };
  const edge = (end: "least" | "greatest") =>
    columns.map((column) => `${tenths(x(first + column.first))},${tenths(y(values[column[end]]!))}`);
  return { d: `${joined([...edge("greatest"), ...edge("least").reverse()])}Z`, isBand: true };
}

const joined = (points: readonly string[]) => (points.length ? `M${points.join("L")}` : "");

/** Shorter and much faster to write than toFixed. */
const tenths = (value: number) => Math.round(10 * value) / 10;
