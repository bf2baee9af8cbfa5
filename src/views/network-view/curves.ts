import type { Recording } from "../../experiment/recording";
import { createColumnExtremes, type ColumnExtremes } from "./column-extremes";
import { createRunningMean, meanWindow, type RunningMean } from "../charts/running-mean";

/** What is drawn of one run's training loss, kept up as the recording grows. */
export type Curve = { readonly raw: ColumnExtremes; readonly mean: RunningMean };

/** The curves of all runs of one recording. */
export type Curves = {
  readonly recording: Recording;
  readonly columns: number;
  readonly runs: readonly Curve[];
  /** Takes in the frames recorded since; each is looked at once. */
  extend(): void;
};

/** The curves of a recording, for a plot `columns` pixels wide. */
export function createCurves(recording: Recording, columns: number): Curves {
  const length = recording.steps + 1;
  const runs = Array.from({ length: recording.runs }, () => ({
    raw: createColumnExtremes(length, columns),
    mean: createRunningMean(length, meanWindow(recording.steps)),
  }));
  return {
    recording,
    columns,
    runs,
    extend: () =>
      runs.forEach(({ raw, mean }, run) => {
        const losses = recording.frames > 0 ? recording.lossesOf(run) : [];
        raw.extend(losses);
        mean.extend(losses);
      }),
  };
}

/** Steps at which a curve of `count` means is drawn: all of a short one, the newest of each column of a long one. */
export function stepsDrawn(count: number, length: number, columns: number): number[] {
  if (count === 0) return [];
  if (length <= 2 * columns) return Array.from({ length: count }, (_, step) => step);
  const steps = [0];
  for (let column = 1; column <= columns; column++) {
    const step = Math.floor((column * length) / columns) - 1;
    if (step >= count) break;
    steps.push(step);
  }
  if (steps.at(-1) !== count - 1) steps.push(count - 1);
  return steps;
}
