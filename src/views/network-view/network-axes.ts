import type { Axis } from "../charts/domain";
import { accuracyAxis, lossAxis } from "./axes";
import type { Curves } from "./curves";
import { shows, type ShownSets } from "./image-sets";
import type { NamedRun } from "./network-data";

/** The vertical axes of both charts. */
export type Axes = { readonly loss: Axis; readonly accuracy: Axis };

/** What both charts show. */
export type Shown = { readonly loss: ShownSets; readonly accuracy: ShownSets };

/** The axes of both charts for what is recorded so far; runs that diverged have no say. */
export function axesOf(curves: Curves | undefined, runs: readonly NamedRun[], shown: Shown): Axes {
  const converging = runs.filter(({ index }) => curves && !curves.recording.diverged(index));
  const checkpoints = curves?.recording.checkpoints ?? [];
  const means = converging.map(({ index }) => curves!.runs[index]!.mean);
  const tested = checkpoints.flatMap(({ testLoss }) => converging.map(({ index }) => testLoss[index]!));
  const extremes = [
    ...(shows(shown.loss, "train") ? means : []),
    ...(shows(shown.loss, "test") ? [{ least: Math.min(...tested), greatest: Math.max(...tested) }] : []),
  ];
  const sets = (["train", "test"] as const).filter((set) => shows(shown.accuracy, set));
  return {
    loss: lossAxis({
      least: Math.min(...extremes.map(({ least }) => least)),
      greatest: Math.max(...extremes.map(({ greatest }) => greatest)),
    }),
    accuracy: accuracyAxis(checkpoints, converging.map(({ index }) => index), sets), // prettier-ignore
  };
}

/** Whether two pairs of axes look the same. */
export const isSameAxes = (a: Axes, b: Axes): boolean =>
  isSame(a.loss, b.loss) && isSame(a.accuracy, b.accuracy);

const isSame = (a: Axis, b: Axis) =>
  a.domain.every((end, i) => Object.is(end, b.domain[i])) && a.ticks.length === b.ticks.length;
