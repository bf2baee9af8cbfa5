/**
 * Consecutive frames of all runs in one set of buffers, as a backend yields them and the worker transfers them.
 * Frame k holds the iterate theta_k, its loss and its gradient; frame 0 is the start.
 */
export type FrameBatch = {
  /** Index of the first frame. */
  readonly first: number;
  readonly count: number;
  readonly runs: number;
  /** Shape [runs, count]; for a network the loss of frame k's mini-batch at theta_k. */
  readonly loss: Float64Array;
  /** Surfaces only: shape [runs, count, 2]. */
  readonly theta?: Float64Array;
  /** Surfaces only: gradient at theta, noise included, shape [runs, count, 2]. */
  readonly gradient?: Float64Array;
  /** Networks only: what was measured on whole data sets at some of these frames. */
  readonly checkpoints: readonly Checkpoint[];
};

/** Units of the first layer that a checkpoint keeps: as many as are drawn, since hundreds would fill the memory. */
export const shownUnits = 10;

/** A network's state of learning at one step. */
export type Checkpoint = {
  readonly step: number;
  /** Fractions in [0, 1], one a run. */
  readonly train: Float64Array;
  readonly test: Float64Array;
  /** First layer, shape [runs, min(units, shownUnits), inputs]: one image a unit. */
  readonly weights: Float32Array;
};

/** The buffers of a batch, for a transfer without copying. */
export const transferablesOf = (batch: FrameBatch): ArrayBuffer[] =>
  [
    batch.loss,
    batch.theta,
    batch.gradient,
    ...batch.checkpoints.flatMap(({ train, test, weights }) => [train, test, weights]),
  ].flatMap((array) => (array ? [array.buffer as ArrayBuffer] : []));
