import type { Recording } from "../../experiment/recording";
import { createColumnExtremes, type ColumnExtremes } from "./column-extremes";
import { createRunningMean, meanWindow, type RunningMean } from "../charts/running-mean";
import type { Span } from "../charts/span";

/** What is drawn of one run's training loss, kept up as the recording grows. */
export type Curve = {
  readonly raw: ColumnExtremes;
  readonly mean: RunningMean;
  /** The running mean in the pixel columns of what is shown. */
  readonly shown: ColumnExtremes;
};

/** How the curves of a recording are looked at: how wide, which steps, over how many of them the mean is taken. */
export type CurvesLook = {
  readonly columns: number;
  readonly span: Span;
  /** Steps a mean remembers; as many as suit the training where nothing is said. */
  readonly smoothing: number | undefined;
};

/** The curves of all runs of one recording. */
export type Curves = CurvesLook & {
  readonly recording: Recording;
  readonly runs: readonly Curve[];
  /** Takes in the frames recorded since; each is looked at once. */
  extend(): void;
};

/** The curves of a recording, for a plot `columns` pixels wide; of all its steps where no span is given. */
export function createCurves(
  recording: Recording,
  { columns, span = [0, recording.steps], smoothing }: Partial<CurvesLook> & Pick<CurvesLook, "columns">,
): Curves {
  const [from, to] = span;
  const runs = Array.from({ length: recording.runs }, () => ({
    raw: createColumnExtremes(to - from + 1, columns, from),
    mean: createRunningMean(recording.steps + 1, smoothing ?? meanWindow(recording.steps)),
    shown: createColumnExtremes(to - from + 1, columns, from),
  }));
  return {
    ...{ recording, columns, span, smoothing, runs },
    extend: () =>
      runs.forEach(({ raw, mean, shown }, run) => {
        const losses = recording.frames > 0 ? recording.lossesOf(run) : [];
        raw.extend(losses);
        mean.extend(losses);
        shown.extend(mean.means.subarray(0, mean.count));
      }),
  };
}

/** Whether curves are of a recording, and looked at in this way. */
export const areCurvesOf = (curves: Curves, recording: Recording, look: CurvesLook): boolean =>
  curves.recording === recording &&
  curves.columns === look.columns &&
  curves.smoothing === look.smoothing &&
  curves.span.join() === look.span.join();

/** Whether a plot has room for every single step of a span. */
export const isStepByStep = ([from, to]: Span, columns: number): boolean => to - from < 2 * columns;

/**
 * Steps of a span at which a curve of `count` means is drawn: all of a short one, the newest of each column of a long one.
 */
export function stepsDrawn(count: number, [from, to]: Span, columns: number): number[] {
  const end = Math.min(count, to + 1);
  if (end <= from) return [];
  if (isStepByStep([from, to], columns)) return Array.from({ length: end - from }, (_, i) => from + i);
  const length = to - from + 1;
  const steps = [from];
  for (let column = 1; column <= columns; column++) {
    const step = from + Math.floor((column * length) / columns) - 1;
    if (step >= end) break;
    steps.push(step);
  }
  if (steps.at(-1) !== end - 1) steps.push(end - 1);
  return steps;
}
