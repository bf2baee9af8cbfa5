import { createDatasets } from "../../datasets/datasets";
import type { MnistData } from "../../datasets/mnist";
import type { TestSet, PrepareContext } from "../backends/backend";
import type { NetworkExperiment } from "../compile";

/** The worker's datasets: whatever backend asks, each is loaded once. */
export const datasets = createDatasets();

/** The data of an experiment, of which the first training shard is here: the first step needs no more. Throws DatasetError. */
export async function openData(
  { network: { dataset } }: NetworkExperiment,
  { readFile, onProgress, signal }: PrepareContext,
  from = datasets,
): Promise<MnistData> {
  const data = await from.open(
    dataset,
    (file, signal) => readFile(`${dataset}/${file}`, signal),
    onProgress,
    signal,
  );
  await data.shard("train", 0);
  return data;
}

/** All test images in one piece. Throws DatasetError. */
export async function testSetOf(data: MnistData): Promise<TestSet> {
  const shards = await Promise.all(
    Array.from({ length: data.shards.test }, (_, index) => data.shard("test", index)),
  );
  const pixels = shards[0]!.images.length / shards[0]!.count;
  const images = new Uint8Array(data.counts.test * pixels);
  const labels = new Uint8Array(data.counts.test);
  let at = 0;
  for (const shard of shards) {
    images.set(shard.images, at * pixels);
    labels.set(shard.labels, at);
    at += shard.count;
  }
  return { images, labels, side: Math.sqrt(pixels) };
}
