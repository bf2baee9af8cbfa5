import { linearAxis, logarithmicAxis, type Axis } from "./domain";
import type { Line, Quantity, RecordedLines } from "./lines";
import { smoothed, type Smoothing } from "./smoothing";
import type { Span } from "./span";

/** How the lines of a recording are looked at. */
export type Look = {
  readonly isShown: (number: number) => boolean;
  readonly logarithmic: boolean;
  readonly smoothing?: Smoothing;
};

/** The lines that a panel shows, and what the loss is measured from, if not from zero. */
export type ShownLines = RecordedLines & { readonly logarithmic: boolean };

/** All that one panel draws. */
export type Panel = ShownLines & { readonly axis: Axis };

/** Hairlines of a panel at most; the loss is the tallest. */
const hairlines: Readonly<Record<Quantity, number>> = { loss: 5, gradient: 3, step: 4, rate: 4, distance: 4 };

/** The lines of the runs that are shown, above the known minimum where a logarithm is taken, and smoothed. */
export function shownLines(
  { quantity, lines, minimum: known }: RecordedLines,
  { isShown, logarithmic, smoothing = 1 }: Look,
): ShownLines {
  const minimum = logarithmic ? known : 0;
  const above = (line: Line): Line =>
    minimum === 0 ? line : { ...line, values: line.values.map((value) => Math.max(0, value - minimum)) };
  const mean = (line: Line): Line =>
    smoothing === 1 ? line : { ...line, values: smoothed(line.values, smoothing), raw: line.values };
  const shown = lines.filter(({ run }) => isShown(run)).map((line) => mean(above(line)));
  return { quantity, lines: shown, minimum, logarithmic };
}

/** A panel of lines over a span of steps; its axis is fixed by what the converging runs recorded in it. */
export function panelOf(shown: ShownLines, span: Span = [0, Infinity]): Panel {
  const { quantity, lines, logarithmic } = shown;
  const converging = lines.filter(({ divergedAt }) => divergedAt === undefined);
  const values = valuesOf(converging.length > 0 ? converging : lines.map(beginning), span);
  const axis =
    (logarithmic && logarithmicAxis(values, hairlines[quantity])) || linearAxis(values, hairlines[quantity]);
  return { ...shown, axis };
}

/** Where all runs diverge, what comes before they do is worth an axis. */
const beginning = (line: Line): Line => {
  const values = line.raw ?? line.values;
  return { ...line, raw: values.subarray(0, Math.ceil(values.length / 4)) };
};

/** All that an axis needs to know of what is recorded in a span: smoothing does not move it. */
const valuesOf = (lines: readonly Line[], [from, to]: Span): number[] =>
  lines.flatMap(({ first, values, raw = values }) =>
    extremesOf(raw.subarray(Math.max(0, from - first), Math.max(0, to + 1 - first))),
  );

/** The least and the greatest of some values, and the least that is not zero: a logarithmic axis begins at that. */
function extremesOf(values: Float64Array): number[] {
  let [least, leastButZero, greatest] = [Infinity, Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    if (value < leastButZero && value !== 0) leastButZero = value;
  }
  return [least, leastButZero, greatest];
}
