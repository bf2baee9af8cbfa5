import type { Checkpoint } from "./frame";

/** A checkpoint on which nothing was measured, but for what is said: for tests. */
export const blankCheckpoint = (
  step: number,
  said: Partial<Omit<Checkpoint, "step">> = {},
  runs = said.test?.length ?? 1,
): Checkpoint => ({
  step,
  train: new Float64Array(runs),
  test: new Float64Array(runs),
  trainLoss: new Float64Array(runs),
  testLoss: new Float64Array(runs),
  parameters: new Float32Array(runs),
  named: new Uint8Array(runs),
  gradientNorms: new Float64Array(runs),
  activations: new Float32Array(),
  alive: new Float32Array(),
  ...said,
});
