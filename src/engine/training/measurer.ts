import type { Checkpoint } from "../../experiment/frame";

/** Measures iterates on whole sets, beside the training. */
export type Measurer = {
  /** What a checkpoint says of these parameters, shape [runs, parameters]. Throws DatasetError. */
  measure(step: number, parameters: Float32Array<ArrayBuffer>): Promise<Checkpoint>;
  dispose(): void;
};
