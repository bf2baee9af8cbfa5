import type { Checkpoint } from "../../experiment/frame";
import { nice, ticks } from "d3";
import { linearAxis, type Axis } from "../charts/domain";
import type { ImageSet } from "./image-sets";

type Extent = { readonly least: number; readonly greatest: number };

/** Room between the lowest mean and the floor of the loss axis, as a factor. */
const belowLowest = 0.7;
const startingLoss = { least: 0.35, greatest: 2.5 };

/**
 * Logarithmic axis for training losses: from below the lowest running mean, in steps of 1, 2, 5 so that it rests
 * while training goes on, to above the losses of runs that learn. Starts as the axis of an untrained classifier.
 */
export function lossAxis(means: Extent): Axis {
  const least = Math.min(startingLoss.least, belowLowest * roundDown(means.least));
  // A run far above where an untrained network starts runs out at the top, for the others' sake.
  const greatest = Math.min(10, Math.max(startingLoss.greatest, 1.08 * means.greatest));
  const candidates = [-6, -5, -4, -3, -2, -1, 0].flatMap((e) => [1, 2, 5].map((m) => Number(`${m}e${e}`)));
  const inside = candidates.filter((value) => value >= least && value <= greatest);
  const decades = inside.filter((value) => Number.isInteger(Math.round(1e9 * Math.log10(value)) / 1e9));
  return {
    isLogarithmic: true,
    domain: [least, greatest],
    ticks: inside.length <= 6 ? inside : decades,
  };
}

/** Hairlines of an axis that is fitted to a part of the training, at most. */
const hairlines = 5;

/** Linear axis for training losses: all of the training from zero, a part of it as it is. */
export const linearLossAxis = ({ least, greatest }: Extent, isPart: boolean): Axis =>
  isPart
    ? linearAxis([least, greatest], hairlines)
    : linearAxis([0, Math.min(10, Math.max(startingLoss.greatest, greatest))], hairlines);

/** Logarithmic axis for the losses of a part of the training, which may lie within a fraction of a decade. */
export function partLossAxis({ least, greatest }: Extent): Axis {
  if (!(least > 0 && least <= greatest && greatest < Infinity)) return lossAxis({ least, greatest });
  if (greatest > 5 * least) {
    return cut(lossAxis({ least, greatest }), belowLowest * roundDown(least), 1.2 * greatest);
  }
  const [low, high] = nice(least, greatest > least ? greatest : 1.1 * least, hairlines);
  const domain = [low > 0 ? low : least, high] as const;
  return {
    isLogarithmic: true,
    domain,
    ticks: ticks(low, high, hairlines).filter((tick) => tick >= domain[0]),
  };
}

/** Axis for the accuracies of a part of the training; `undefined` where none was measured in it. */
export function partAccuracyAxis(accuracies: readonly number[]): Axis | undefined {
  if (accuracies.length === 0) return undefined;
  const axis = linearAxis(accuracies, hairlines);
  return cut(axis, Math.max(0, axis.domain[0]), Math.min(1, axis.domain[1]));
}

/** A part of an axis. */
const cut = (axis: Axis, from: number, to: number): Axis => ({
  ...axis,
  domain: [from, to],
  ticks: axis.ticks.filter((tick) => tick >= from && tick <= to),
});

/** The largest of 0.00...1, ...2, ...5 not above a value. */
export function roundDown(value: number): number {
  if (!(value > 1e-5)) return 1e-5;
  if (value === Infinity) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1);
}

const floors = [0.9, 0.7, 0.5, 0];

/** Linear axis for accuracies on some sets of images: from the highest floor that all runs have risen well above. */
export function accuracyAxis(
  checkpoints: readonly Pick<Checkpoint, ImageSet>[],
  runs: readonly number[],
  sets: readonly ImageSet[] = ["test"],
): Axis {
  const best = sets.flatMap((set) =>
    runs.map((run) => checkpoints.reduce((most, checkpoint) => Math.max(most, checkpoint[set][run] ?? 0), 0)),
  );
  const least = best.length === 0 ? 0 : Math.min(...best);
  const floor = floors.find((f) => f === 0 || least >= f + 0.5 * (1 - f))!;
  const top = floor === 0.7 && Math.max(...best) <= 0.945 ? 0.95 : 1;
  const every = { 0.9: 0.02, 0.7: 0.1, 0.5: 0.1, 0: 0.2 }[floor]!;
  const count = Math.floor((top - floor) / every + 1e-9) + 1;
  return {
    isLogarithmic: false,
    domain: [floor, top],
    ticks: Array.from({ length: count }, (_, i) => Math.round(100 * (floor + i * every)) / 100),
  };
}
