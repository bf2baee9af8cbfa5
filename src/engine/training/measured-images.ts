import type { Split } from "../../datasets/dataset";
import type { MnistData } from "../../datasets/mnist";
import { trainMeasured } from "../../experiment/frame";
import type { NetworkExperiment } from "../compile";
import { labelNoise } from "./label-noise";

/** Ink [count, pixels], 0 to 255, and labels [count]. */
export type Labelled = { readonly images: Uint8Array; readonly labels: Uint8Array };

/** What checkpoints are measured on. */
export type MeasuredImages = { readonly train: Labelled; readonly test: Labelled };

/**
 * The first training images, with the labels that are trained on (label noise included), and all test images. Waits for
 * their shards. Throws DatasetError.
 */
export async function measuredImages(
  data: MnistData,
  { settings, layers, seed }: Pick<NetworkExperiment, "settings" | "layers" | "seed">,
): Promise<MeasuredImages> {
  const classes = layers.at(-1)!.units;
  const wanted = Math.min(trainMeasured, settings.images, data.counts.train);
  const [train, test] = await Promise.all([
    firstOf(data, "train", wanted, labelNoise(settings.labelNoise, classes, seed)),
    firstOf(data, "test", data.counts.test, (labels) => labels),
  ]);
  return { train, test };
}

/** The first `wanted` images of a split in one piece. */
async function firstOf(
  data: MnistData,
  split: Split,
  wanted: number,
  labelled: (labels: Uint8Array) => Uint8Array,
): Promise<Labelled> {
  const labels = new Uint8Array(wanted);
  let images = new Uint8Array(0);
  for (let at = 0, index = 0; at < wanted; index++) {
    const shard = await data.shard(split, index);
    const pixels = shard.images.length / shard.count;
    const taken = Math.min(shard.count, wanted - at);
    if (index === 0) images = new Uint8Array(wanted * pixels);
    images.set(shard.images.subarray(0, taken * pixels), at * pixels);
    labels.set(labelled(shard.labels).subarray(0, taken), at);
    at += taken;
  }
  return { images, labels };
}
