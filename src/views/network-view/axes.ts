import type { Checkpoint } from "../../experiment/frame";
import type { Axis } from "../charts/domain";

/** Room between the lowest mean and the floor of the loss axis, as a factor. */
const belowLowest = 0.7;
const startingLoss = { least: 0.35, greatest: 2.5 };

/**
 * Logarithmic axis for training losses: from below the lowest running mean, in steps of 1, 2, 5 so that it rests
 * while training goes on, to above the losses of runs that learn. Starts as the axis of an untrained classifier.
 */
export function lossAxis(means: { readonly least: number; readonly greatest: number }): Axis {
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

/** The largest of 0.00...1, ...2, ...5 not above a value. */
function roundDown(value: number): number {
  if (!(value > 1e-5)) return 1e-5;
  if (value === Infinity) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1);
}

const floors = [0.9, 0.7, 0.5, 0];

/** Linear axis for accuracies: from the highest floor that all runs have risen well above. */
export function accuracyAxis(
  checkpoints: readonly Pick<Checkpoint, "test">[],
  runs: readonly number[],
): Axis {
  const best = runs.map((run) => checkpoints.reduce((most, { test }) => Math.max(most, test[run] ?? 0), 0));
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
