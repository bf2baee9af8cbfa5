import type { Axis } from "./domain";
import type { Plot } from "./layout";
import { linePath, type LinePath } from "./line-path";
import type { Line } from "./lines";
import { heightOf, untilItLeaves } from "./scales";
import { scaleOf, type Span } from "./span";

/** A line as far as its plot shows it, with its path and that of what is recorded, where it is smoothed. */
export type DrawnLine = {
  readonly line: Line;
  readonly path: LinePath;
  readonly rawPath: LinePath | undefined;
};

/** The plot, the steps that lie on it, and those that are drawn, which may go on to its right. */
type Place = { readonly axis: Axis; readonly plot: Plot; readonly span: Span; readonly drawn?: Span };

const kept = new WeakMap<Line, { readonly place: Place; readonly drawnLine: DrawnLine }>();

/** Draws a line in a plot, or hands out the path it had there: of eight runs a slider moves one. */
export function drawnLine(line: Line, place: Place): DrawnLine {
  const known = kept.get(line);
  if (known && isSame(known.place, place)) return known.drawnLine;
  const { axis, plot, span, drawn = span } = place;
  const { x } = scaleOf(span, plot);
  const y = heightOf(axis, plot);
  const cut = untilItLeaves(line, axis);
  const pathOf = (values: Float64Array) => linePath({ first: cut.first, values }, x, y, drawn);
  const drawnLine = { line: cut, path: pathOf(cut.values), rawPath: cut.raw && pathOf(cut.raw) };
  kept.set(line, { place, drawnLine });
  return drawnLine;
}

const isSame = (a: Place, b: Place) =>
  a.plot === b.plot &&
  isSameSpan(a.span, b.span) &&
  isSameSpan(a.drawn ?? a.span, b.drawn ?? b.span) &&
  a.axis.isLogarithmic === b.axis.isLogarithmic &&
  a.axis.domain.every((end, i) => end === b.axis.domain[i]);

const isSameSpan = (a: Span, b: Span) => a[0] === b[0] && a[1] === b[1];
