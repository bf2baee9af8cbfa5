import type { Axis } from "../charts/domain";
import { accuracyAxis, lossAxis } from "./axes";
import type { Curves } from "./curves";
import type { NamedRun } from "./network-data";

/** The vertical axes of both charts. */
export type Axes = { readonly loss: Axis; readonly accuracy: Axis };

/** The axes of both charts for what is recorded so far; runs that diverged have no say. */
export function axesOf(curves: Curves | undefined, runs: readonly NamedRun[]): Axes {
  const converging = runs.filter(({ index }) => curves && !curves.recording.diverged(index));
  const means = converging.map(({ index }) => curves!.runs[index]!.mean);
  return {
    loss: lossAxis({
      least: Math.min(...means.map(({ least }) => least)),
      greatest: Math.max(...means.map(({ greatest }) => greatest)),
    }),
    accuracy: accuracyAxis(curves?.recording.checkpoints ?? [], converging.map(({ index }) => index)), // prettier-ignore
  };
}

/** Whether two pairs of axes look the same. */
export const isSameAxes = (a: Axes, b: Axes): boolean =>
  isSame(a.loss, b.loss) && isSame(a.accuracy, b.accuracy);

const isSame = (a: Axis, b: Axis) =>
  a.domain.every((end, i) => Object.is(end, b.domain[i])) && a.ticks.length === b.ticks.length;
