import * as tf from "@tensorflow/tfjs-core";
import type { Split } from "../../../datasets/dataset";
import type { MnistData } from "../../../datasets/mnist";
import { scaled } from "./batches";
import { firstWeights, logitsOf } from "./model";
import type { Layer } from "./weights";

/** Training images that accuracy is measured on: the first 2,000; all 60,000 would stall training. */
export const trainMeasured = 2000;

/** Steps at which a network is measured: early ones, every tenth of an epoch, and the last. */
export function checkpointSteps(steps: number, perEpoch: number): Set<number> {
  const tenths = Array.from({ length: Math.floor((10 * steps) / perEpoch) }, (_, i) => Math.round(((i + 1) * perEpoch) / 10));
  return new Set([25, 50, 100, ...tenths].filter((step) => step < steps).concat(steps));
}

/** What a checkpoint measures of K runs: accuracies [K], first-layer weights [K, units, inputs]. */
export type Measurement = { readonly train: Float32Array; readonly test: Float32Array; readonly weights: Float32Array };

/** Measures parameters [K, all] on whole sets; waits for the test shards. Throws DatasetError. */
export async function measure(theta: tf.Tensor2D, layers: readonly Layer[], data: MnistData): Promise<Measurement> {
  const measured = { train: Math.min(trainMeasured, data.counts.train), test: data.counts.test };
  const weights = firstWeights(theta, layers);
  const hits = { train: await hitsOf("train"), test: await hitsOf("test") };
  try {
    const [train, test, images] = await Promise.all([hits.train.data(), hits.test.data(), weights.data()]);
    return {
      train: train.map((count) => count / measured.train),
      test: test.map((count) => count / measured.test),
      weights: images,
    };
  } finally {
    tf.dispose([hits.train, hits.test, weights]);
  }

  /** How many images each run names rightly, shape [K]; one shard of 2,000 at a time. */
  async function hitsOf(split: Split): Promise<tf.Tensor1D> {
    throw new Error(split);
  }
}
