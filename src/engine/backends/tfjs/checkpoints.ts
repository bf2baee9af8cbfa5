import * as tf from "@tensorflow/tfjs-core";
import type { Shard, Split } from "../../../datasets/dataset";
import type { MnistData } from "../../../datasets/mnist";
import { scaled } from "./batches";
import { firstWeights, logitsOf } from "./model";
import type { Layer } from "./weights";

/** Training images that accuracy is measured on: the first 2,000; all 60,000 would stall training. */
export const trainMeasured = 2000;

/** Steps at which a network is measured: early ones, every tenth of an epoch, and the last. */
export function checkpointSteps(steps: number, perEpoch: number): Set<number> {
  const tenths = Array.from({ length: Math.floor((10 * steps) / perEpoch) }, (_, i) =>
    Math.round(((i + 1) * perEpoch) / 10),
  );
  return new Set([25, 50, 100, ...tenths].filter((step) => step < steps).concat(steps));
}

/** What is measured of K runs: accuracies [K] in [0, 1] and first-layer weights [K, min(units, shownUnits), inputs]. */
export type Measurement = {
  readonly train: readonly number[];
  readonly test: readonly number[];
  readonly weights: Float32Array;
};

/** Measures parameters [K, all] on whole sets; waits for the test shards. Throws DatasetError. */
export async function measure(
  theta: tf.Tensor2D,
  layers: readonly Layer[],
  data: MnistData,
): Promise<Measurement> {
  const sets = [
    await firstSamples(data, "train", Math.min(trainMeasured, data.counts.train)),
    await firstSamples(data, "test", data.counts.test),
  ];
  // Nothing is awaited between here and the read-back: whoever ends the execution frees theta.
  const results = tf.tidy(() => [
    tf.stack(sets.map((shards) => tf.addN(shards.map((shard) => hitsOf(theta, layers, shard))))),
    firstWeights(theta, layers),
  ]);
  try {
    const [hits, weights] = await Promise.all(results.map((result) => result.data<"float32">()));
    const [train, test] = sets.map((shards, i) => {
      const samples = shards.reduce((sum, { count }) => sum + count, 0);
      const runs = theta.shape[0];
      return Array.from(hits!.subarray(i * runs, (i + 1) * runs), (count) => count / samples);
    });
    return { train: train!, test: test!, weights: weights! };
  } finally {
    tf.dispose(results);
  }
}

/** Images of a shard that each run names rightly, shape [K]. */
function hitsOf(theta: tf.Tensor2D, layers: readonly Layer[], { images, labels, count }: Shard): tf.Tensor1D {
  return tf.tidy(() => {
    const inputs = tf.tensor2d(scaled(images), [count, images.length / count]);
    const named = tf.argMax(logitsOf(theta, layers, inputs), 2);
    const right = tf.equal(named, tf.tensor2d(Int32Array.from(labels), [1, count], "int32"));
    return tf.sum(tf.cast(right, "float32"), 1);
  });
}

async function firstSamples(data: MnistData, split: Split, wanted: number): Promise<Shard[]> {
  const shards: Shard[] = [];
  for (let missing = wanted; missing > 0; missing -= shards.at(-1)!.count) {
    const { images, labels, count } = await data.shard(split, shards.length);
    const taken = Math.min(count, missing);
    const pixels = images.length / count;
    shards.push({
      images: images.subarray(0, taken * pixels),
      labels: labels.subarray(0, taken),
      count: taken,
    });
  }
  return shards;
}
