import * as tf from "@tensorflow/tfjs-core";
import type { Shard, Split } from "../../../datasets/dataset";
import type { MnistData } from "../../../datasets/mnist";
import { trainMeasured, type Checkpoint } from "../../../experiment/frame";
import type { NetworkExperiment } from "../../compile";
import { inputsOf, pixelScale } from "../../training/pixels";
import { logitsOf } from "./model";

/** What is measured of K runs: a checkpoint's arrays, row by row. */
export type Measurement = Omit<Checkpoint, "step">;

/** Measures parameters [K, all] on whole sets; waits for the test shards. Throws DatasetError. */
export async function measure(
  theta: tf.Tensor2D,
  experiment: NetworkExperiment,
  data: MnistData,
): Promise<Measurement> {
  const [runs] = theta.shape;
  const { layers } = experiment;
  const hidden = layers.slice(0, -1).reduce((sum, { units }) => sum + units, 0);
  const train = await namedOf(theta, experiment, await firstSamples(data, "train", Math.min(trainMeasured, data.counts.train))); // prettier-ignore
  const test = await namedOf(theta, experiment, await firstSamples(data, "test", data.counts.test));
  return {
    train: train.accuracy,
    test: test.accuracy,
    trainLoss: train.loss,
    testLoss: test.loss,
    parameters: new Float32Array(await theta.data<"float32">()),
    named: test.named,
    gradientNorms: new Float64Array(runs * layers.length),
    activations: new Float32Array(runs * hidden),
    alive: new Float32Array(runs * hidden).fill(1),
  };
}

async function namedOf(
  theta: tf.Tensor2D,
  { layers, settings }: NetworkExperiment,
  shards: readonly Shard[],
) {
  const [runs] = theta.shape;
  const samples = shards.reduce((sum, { count }) => sum + count, 0);
  const named = new Uint8Array(runs * samples);
  const [accuracy, loss] = [new Float64Array(runs), new Float64Array(runs)];
  let from = 0;
  for (const { images, labels, count } of shards) {
    const [classes, losses] = tf.tidy(() => {
      const inputs = tf.tensor2d(inputsOf(images, pixelScale(settings.standardise)), [
        count,
        images.length / count,
      ]);
      const logits = logitsOf(theta, layers, settings.activation, inputs);
      const wanted = tf.oneHot(tf.tensor1d(Int32Array.from(labels), "int32"), layers.at(-1)!.units);
      return [tf.argMax(logits, 2), tf.sum(tf.mul(tf.logSoftmax(logits), wanted), [1, 2])];
    }) as [tf.Tensor, tf.Tensor];
    try {
      const [best, sums] = await Promise.all([classes.data<"int32">(), losses.data<"float32">()]);
      for (let run = 0; run < runs; run++) {
        loss[run]! -= sums[run]! / samples;
        for (let i = 0; i < count; i++) {
          const name = best[run * count + i]!;
          named[run * samples + from + i] = name;
          if (name === labels[i]) accuracy[run]! += 1 / samples;
        }
      }
    } finally {
      tf.dispose([classes, losses]);
    }
    from += count;
  }
  return { named, accuracy, loss };
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
