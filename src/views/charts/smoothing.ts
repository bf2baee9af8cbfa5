import { createRunningMean } from "./running-mean";

/** Over how many steps a line may be smoothed; 1 leaves it as it is recorded. */
export const smoothings = [1, 10, 30, 100] as const;

/** A number of steps out of `smoothings`. */
export type Smoothing = (typeof smoothings)[number];

/** The running mean of a series that remembers about `steps` of its values. */
export function smoothed(values: Float64Array, steps: Smoothing): Float64Array {
  if (steps === 1) return values;
  const mean = createRunningMean(values.length, steps);
  mean.extend(values);
  return mean.means;
}
