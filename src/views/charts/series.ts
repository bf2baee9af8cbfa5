import type { Recording } from "../../experiment/recording";

/** What a chart shows of a run, over the steps from `first` on. */
export type Series = { readonly first: number; readonly values: Float64Array };

/** Losses above `minimum`, 0 where nothing is known of one. It is tabulated to six decimals: a run may end below it. */
export function lossesAbove(recording: Recording, run: number, minimum: number): Series {
  const losses = recording.lossesOf(run);
  return { first: 0, values: minimum === 0 ? losses : losses.map((loss) => Math.max(0, loss - minimum)) };
}

/** Length of the gradient at each iterate. */
export function gradientNorms(recording: Recording, run: number): Series {
  return overSteps(recording, run, 0, (step) => Math.hypot(...recording.gradientAt(run, step)));
}

/** Length of each step, at the iterate it leads to. */
export function stepLengths(recording: Recording, run: number): Series {
  return overSteps(recording, run, 1, (step) => {
    const [x0, y0] = recording.positionAt(run, step - 1);
    const [x1, y1] = recording.positionAt(run, step);
    return Math.hypot(x1 - x0, y1 - y0);
  });
}

/** The value of a series at a step, or at its end if that is earlier; NaN where it has none. */
export function valueAt({ first, values }: Series, step: number): number {
  return step < first ? NaN : (values[Math.min(step - first, values.length - 1)] ?? NaN);
}

function overSteps(
  recording: Recording,
  run: number,
  first: number,
  valueOf: (step: number) => number,
): Series {
  const count = recording.frames === 0 ? 0 : Math.max(0, recording.lastStep(run) + 1 - first);
  return { first, values: Float64Array.from({ length: count }, (_, i) => valueOf(first + i)) };
}
