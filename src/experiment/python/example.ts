/** What runs an optimizer: the very experiment, but for random numbers. */
export type Example = {
  readonly opening: readonly string[];
  /** Beside those of the framework. */
  readonly imports?: readonly string[];
  /** Functions before the optimizer's, each a block. */
  readonly definitions?: readonly (readonly string[])[];
  /** Functions that read what the lines define. */
  readonly closures?: readonly (readonly string[])[];
  readonly lines: readonly string[];
};
