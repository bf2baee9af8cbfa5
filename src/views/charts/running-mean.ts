/**
 * Batches that the running mean of a training looks back over: 33, and fewer of a short one, which it would trail behind.
 */
export const meanWindow = (steps: number): number => Math.max(1, Math.min(33, Math.round(steps / 25)));

/** A running mean that grows with its series. */
export type RunningMean = {
  /** One mean a value, as far as `count`; NaN where the value is. */
  readonly means: Float64Array;
  readonly count: number;
  /** The lowest and the highest mean so far. */
  readonly least: number;
  readonly greatest: number;
  /** Takes in what is new in a growing series of values. */
  extend(values: ArrayLike<number>): void;
};

/**
 * Exponential running mean of up to `length` values, corrected for its start at nothing: the first is the first value.
 * A value `window` back weighs 1/e of the newest. NaN is passed over: a rate is missing where there is no gradient, and is
 * there again after it.
 */
export function createRunningMean(length: number, window: number): RunningMean {
  const past = 1 - 1 / window;
  const means = new Float64Array(length);
  let [count, sum, weight] = [0, 0, 0];
  let [least, greatest] = [Infinity, -Infinity];
  return {
    means,
    get count() {
      return count;
    },
    get least() {
      return least;
    },
    get greatest() {
      return greatest;
    },
    extend(values) {
      for (; count < values.length; count++) {
        const value = values[count]!;
        if (Number.isNaN(value)) {
          means[count] = NaN;
          continue;
        }
        sum = past * sum + (1 - past) * value;
        weight = past * weight + (1 - past);
        const mean = sum / weight;
        means[count] = mean;
        if (mean < least) least = mean;
        if (mean > greatest) greatest = mean;
      }
    },
  };
}

/** The running mean that the losses of a training of so many steps come to. */
export function lastMean(losses: Float64Array, steps: number): number {
  // What lies further back weighs less than a thousandth in it.
  const recent = losses.subarray(-400);
  const mean = createRunningMean(recent.length, meanWindow(steps));
  mean.extend(recent);
  return mean.means.at(-1)!;
}
