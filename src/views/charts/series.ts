import type { Recording } from "../../experiment/recording";
import type { Point } from "../../surfaces/surface";

/** What a chart shows of a run, over the steps from `first` on. */
export type Series = { readonly first: number; readonly values: Float64Array };

/** Losses above `minimum`, 0 where nothing is known of one. It is tabulated to six decimals: a run may end below it. */
export function lossesAbove(recording: Recording, run: number, minimum: number): Series {
  const losses = recording.lossesOf(run);
  return { first: 0, values: minimum === 0 ? losses : losses.map((loss) => Math.max(0, loss - minimum)) };
}

/** Length of the gradient at each iterate. */
export function gradientNorms(recording: Recording, run: number): Series {
  return overSteps(recording, run, 0, (step) => lengthOf(recording.gradientAt(run, step)));
}

/** Length of each step, at the iterate it leads to. */
export function stepLengths(recording: Recording, run: number): Series {
  return overSteps(recording, run, 1, (step) =>
    distance(recording.positionAt(run, step - 1), recording.positionAt(run, step)),
  );
}

/** How far each iterate is from the nearest of some places. */
export function distancesTo(places: readonly Point[], recording: Recording, run: number): Series {
  return overSteps(recording, run, 0, (step) => {
    const at = recording.positionAt(run, step);
    return places.reduce((least, place) => Math.min(least, distance(at, place)), Infinity);
  });
}

/** The value of a series at a step, or at its end if that is earlier; NaN where it has none. */
export function valueAt({ first, values }: Series, step: number): number {
  return step < first ? NaN : (values[Math.min(step - first, values.length - 1)] ?? NaN);
}

/** A hundred thousand of them are asked for at once: Math.hypot takes several times as long. */
const lengthOf = ([x, y]: Point) => {
  const length = Math.sqrt(x * x + y * y);
  // Too small or too large to be squared.
  return length > 1e-140 && length < 1e140 ? length : Math.hypot(x, y);
};
const distance = ([x0, y0]: Point, [x1, y1]: Point) => lengthOf([x1 - x0, y1 - y0]);

function overSteps(
  recording: Recording,
  run: number,
  first: number,
  valueOf: (step: number) => number,
): Series {
  const count = recording.frames === 0 ? 0 : Math.max(0, recording.lastStep(run) + 1 - first);
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = valueOf(first + i);
  return { first, values };
}
