/** Someone who trains the task's network and stands somewhere in it. */
export type Trainer = {
  /** Trains on as many batches more; what each cost before its step, shape [runs][count]. */
  train(count: number): Promise<number[][]>;
  /** Gets what is not training out of the way of the next `count` steps. */
  clear?(count: number): Promise<void>;
  dispose(): void;
};

/** How far two have drifted apart: the largest difference of their losses. Throws above `tolerance`. */
export function agreement(
  found: readonly number[][],
  expected: readonly number[][],
  tolerance: number,
): number {
  let error = 0;
  if (found.length !== expected.length) throw new Error(`${found.length} runs instead of ${expected.length}`);
  expected.forEach((losses, run) =>
    losses.forEach((loss, step) => {
      const difference = Math.abs(found[run]![step]! - loss);
      if (!(difference <= tolerance))
        throw new Error(`run ${run}, step ${step}: loss ${found[run]![step]} instead of ${loss}`);
      error = Math.max(error, difference);
    }),
  );
  return error;
}
