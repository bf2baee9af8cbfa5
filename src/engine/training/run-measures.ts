import type { Checkpoint } from "../../experiment/frame";

/** One run's part of a checkpoint: a number for each field of shape [runs], a row for each that has more. */
export type RunMeasures = {
  readonly train: number;
  readonly test: number;
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly adversarial?: number;
  readonly parameters: Float32Array;
  readonly named: Uint8Array;
  readonly gradientNorms: Float64Array;
  readonly activations: Float32Array;
  readonly alive: Float32Array;
};

/** The checkpoint of all runs, in the experiment's order. */
export function checkpointOf(step: number, runs: readonly RunMeasures[]): Checkpoint {
  const numbers = (field: "train" | "test" | "trainLoss" | "testLoss") =>
    Float64Array.from(runs, (run) => run[field]);
  const attacked = runs.flatMap(({ adversarial }) => (adversarial === undefined ? [] : [adversarial]));
  return {
    step,
    train: numbers("train"),
    test: numbers("test"),
    trainLoss: numbers("trainLoss"),
    testLoss: numbers("testLoss"),
    ...(attacked.length > 0 && { adversarial: Float64Array.from(attacked) }),
    parameters: stacked(
      Float32Array,
      runs.map(({ parameters }) => parameters),
    ),
    named: stacked(
      Uint8Array,
      runs.map(({ named }) => named),
    ),
    gradientNorms: stacked(
      Float64Array,
      runs.map(({ gradientNorms }) => gradientNorms),
    ),
    activations: stacked(
      Float32Array,
      runs.map(({ activations }) => activations),
    ),
    alive: stacked(
      Float32Array,
      runs.map(({ alive }) => alive),
    ),
  };
}

type Numbers = Float32Array | Float64Array | Uint8Array;

/** Rows of one length behind each other. */
function stacked<T extends Numbers>(Kind: new (length: number) => T, rows: readonly T[]): T {
  const width = rows[0]?.length ?? 0;
  const all = new Kind(rows.length * width);
  rows.forEach((row, i) => all.set(row, i * width));
  return all;
}
