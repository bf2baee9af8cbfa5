import type { Axis } from "../charts/domain";
import { accuracyAxis, linearLossAxis, lossAxis, partAccuracyAxis, partLossAxis } from "./axes";
import type { Curves } from "./curves";
import { shows, type ImageSet, type ShownSets } from "./image-sets";
import type { NamedRun } from "./network-data";

/** The vertical axes of both charts. */
export type Axes = { readonly loss: Axis; readonly accuracy: Axis };

/** What both charts show. */
export type Shown = { readonly loss: ShownSets; readonly accuracy: ShownSets };

/** The axes of both charts for what is recorded so far of the steps shown; runs that diverged have no say. */
export function axesOf(
  curves: Curves | undefined,
  runs: readonly NamedRun[],
  shown: Shown,
  isLogarithmic = true,
): Axes {
  const converging = runs.filter(({ index }) => curves && !curves.recording.diverged(index));
  const [from, to] = curves?.span ?? [0, Infinity];
  const isPart = curves !== undefined && to - from < curves.recording.steps;
  const all = curves?.recording.checkpoints ?? [];
  const measured = all.filter(({ step }) => step >= from && step <= to);
  const drawn = shows(shown.loss, "train") ? converging.map(({ index }) => curves!.runs[index]!.shown) : [];
  const tested = shows(shown.loss, "test")
    ? measured.map(({ testLoss }) => converging.map(({ index }) => testLoss[index]!))
    : [];
  const extent = extentOf([...drawn.flatMap(({ least, greatest }) => [least, greatest]), ...tested]);
  const sets = (["train", "test"] as const).filter((set) => shows(shown.accuracy, set));
  const accuraciesOf = (set: ImageSet) =>
    measured.flatMap((checkpoint) => converging.map(({ index }) => checkpoint[set][index]!));
  const loss = !isLogarithmic
    ? linearLossAxis(extent, isPart)
    : isPart
      ? partLossAxis(extent)
      : lossAxis(extent);
  const indices = converging.map(({ index }) => index);
  return {
    loss,
    accuracy: (isPart && partAccuracyAxis(sets.flatMap(accuraciesOf))) || accuracyAxis(all, indices, sets),
  };
}

/** Least and greatest of several lists; NaN, where nothing is drawn, is neither. Asked for in every frame. */
function extentOf(lists: readonly ArrayLike<number>[]) {
  let [least, greatest] = [Infinity, -Infinity];
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      const value = list[i]!;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
  return { least, greatest };
}

/** Whether two pairs of axes look the same. */
export const isSameAxes = (a: Axes, b: Axes): boolean =>
  isSame(a.loss, b.loss) && isSame(a.accuracy, b.accuracy);

const isSame = (a: Axis, b: Axis) =>
  a.isLogarithmic === b.isLogarithmic &&
  a.domain.every((end, i) => Object.is(end, b.domain[i])) &&
  a.ticks.length === b.ticks.length;
