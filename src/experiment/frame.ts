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
  /** Networks only: what was measured at some frames up to this batch's last; by step, all before the experiment ends. */
  readonly checkpoints: readonly Checkpoint[];
};

/** All that is known of a network's runs at one step, measured on whole sets without dropout. */
export type Checkpoint = {
  readonly step: number;
  /** Accuracies, fractions in [0, 1]: shape [runs], as all that follow unless said. */
  readonly train: Float64Array;
  readonly test: Float64Array;
  /** Mean cross-entropy of the same images. */
  readonly trainLoss: Float64Array;
  readonly testLoss: Float64Array;
  /** Test accuracy when each pixel is moved against the run; only where the spec asks for it. */
  readonly adversarial?: Float64Array;
  /** Iterates, shape [runs, parameters], each laid out as its layers say. */
  readonly parameters: Float32Array;
  /** Class that each run names for each test image, shape [runs, test images]. */
  readonly named: Uint8Array;
  /** Euclidean norm of the gradient of the training loss by each layer's parameters, shape [runs, layers]. */
  readonly gradientNorms: Float64Array;
  /** Mean output of each hidden unit over training images, layer by layer, shape [runs, hidden units]. */
  readonly activations: Float32Array;
  /** Share of the training images on which a unit lets any gradient through: 0 is a dead unit. Same shape. */
  readonly alive: Float32Array;
};

/** Training images that a checkpoint is measured on: the first so many; all would stall training. */
export const trainMeasured = 2000;

/** The buffers of a batch, for a transfer without copying. */
export const transferablesOf = (batch: FrameBatch): ArrayBuffer[] =>
  [batch.loss, batch.theta, batch.gradient, ...batch.checkpoints.flatMap(buffersOf)].flatMap((array) =>
    array ? [array.buffer as ArrayBuffer] : [],
  );

/** The arrays of a checkpoint. */
const buffersOf = (checkpoint: Checkpoint) =>
  Object.values(checkpoint).filter(
    (value): value is Exclude<Checkpoint[keyof Checkpoint], number | undefined> => ArrayBuffer.isView(value),
  );
