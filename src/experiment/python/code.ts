/** An optimizer as Python, in parts that an example puts in their places. */
export type OptimizerCode = {
  /** Functions and classes, each a block. */
  readonly definitions: readonly (readonly string[])[];
  /** Definitions that these need, each a text. */
  readonly helpers: readonly string[];
  /** What makes `optimizer` from `parameters`, or for Keras from nothing. */
  readonly setUp: readonly string[];
  /** PyTorch: what is done to the gradients before each step, and what after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Whether a step is told the loss. */
  readonly readsLoss: boolean;
  /** Whether the iterate is asked of the optimizer, as `optimizer.iterate()`. */
  readonly reports: boolean;
};
