import * as tf from "@tensorflow/tfjs-core";

/** Something measured of each run, shape [K, any], and where a run's row goes once it is read back. */
export type Column = {
  readonly tensor: tf.Tensor2D;
  readonly take: (row: Float32Array, run: number) => void;
};

/** Reads all columns back at once: on a GPU each reading waits for all that was asked for before. */
export async function takeColumns(columns: readonly Column[]): Promise<void> {
  const table = tf.concat2d(
    columns.map(({ tensor }) => tensor),
    1,
  );
  const values = await table.data<"float32">().finally(() => table.dispose());
  const [runs, width] = table.shape;
  for (let run = 0; run < runs; run++) {
    let at = run * width;
    for (const { tensor, take } of columns) take(values.subarray(at, (at += tensor.shape[1])), run);
  }
}

/** Adds a share of each row to the run's row of `sums`, shape [K, any]. */
export const addTo =
  (sums: Float64Array | Float32Array, share = 1): Column["take"] =>
  (row, run) =>
    row.forEach((value, i) => (sums[run * row.length + i]! += share * value));

/** Adds the share of rows' classes that are right to each run's accuracy, of `total` images. */
export const addHits =
  (accuracies: Float64Array, labels: Uint8Array, total: number): Column["take"] =>
  (row, run) =>
    row.forEach((name, i) => (accuracies[run]! += name === labels[i] ? 1 / total : 0));
