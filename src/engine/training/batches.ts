import type { Shard } from "../../datasets/dataset";
import type { MnistData } from "../../datasets/mnist";
import { randomOf } from "../../experiment/random";
import type { Settings } from "../../networks/settings";
import { augmented } from "./augment";
import { labelNoise } from "./label-noise";

/** Ink [size, pixels], 0 to 255, and labels [size]: what all runs train on in one step. */
export type Batch = { readonly images: Uint8Array<ArrayBuffer>; readonly labels: Uint8Array<ArrayBuffer> };

export type Batches = {
  /** Whole batches in an epoch; a trailing partial one is dropped. At least one: of few images some come twice. */
  readonly perEpoch: number;
  /** The batch of a step, from 0; the same for the same seed, however fast data arrive. Throws DatasetError. */
  at(step: number): Promise<Batch>;
};

export type BatchOptions = Pick<Settings, "images" | "shift" | "rotate" | "labelNoise"> & {
  readonly size: number;
  readonly classes: number;
  readonly seed: number;
};

/**
 * Draws mini-batches. The first epoch walks the shards in file order and shuffles inside each, so that it can begin
 * with the first; later ones shuffle all. Ask for the steps of the first epoch in order.
 */
export function createBatches(data: MnistData, options: BatchOptions): Batches {
  const { size, classes, seed, shift, rotate } = options;
  const used = Math.min(options.images, data.counts.train);
  const perEpoch = Math.max(1, Math.floor(used / size));
  const shards: { readonly shard: Shard; readonly from: number; readonly labels: Uint8Array }[] = [];
  const firstRandom = randomOf(seed, "batches of epoch 0");
  const noisy = labelNoise(options.labelNoise, classes, seed);
  /** Places in the training set, in the order of the epoch drawn last. */
  let order: number[] | Uint32Array = [];
  let drawn = 0;

  async function draw(epoch: number, until: number): Promise<void> {
    const loaded = () => shards.reduce((sum, { shard }) => sum + shard.count, 0);
    while (loaded() < Math.min(used, epoch === 0 ? until : used)) {
      const shard = await data.shard("train", shards.length);
      const from = loaded();
      shards.push({ shard, from, labels: noisy(shard.labels) });
      const taken = Math.min(shard.count, used - from);
      if (Array.isArray(order)) for (const i of firstRandom.permutation(taken)) order.push(from + i);
    }
    if (epoch === drawn) return;
    order = randomOf(seed, `batches of epoch ${epoch}`).permutation(used);
    drawn = epoch;
  }

  return {
    perEpoch,
    async at(step) {
      const first = (step % perEpoch) * size;
      await draw(Math.floor(step / perEpoch), first + size);
      const pixels = shards[0]!.shard.images.length / shards[0]!.shard.count;
      const side = Math.sqrt(pixels);
      const images = new Uint8Array(size * pixels);
      const labels = new Uint8Array(size);
      const random = shift > 0 || rotate > 0 ? randomOf(seed, `augmentation of step ${step}`) : undefined;
      for (let row = 0; row < size; row++) {
        const place = order[(first + row) % order.length]!;
        const { shard, from, labels: given } = shards.findLast((candidate) => candidate.from <= place)!;
        const image = shard.images.subarray((place - from) * pixels, (place - from + 1) * pixels);
        if (random)
          augmented(image, images.subarray(row * pixels, (row + 1) * pixels), side, options, random);
        else images.set(image, row * pixels);
        labels[row] = given[place - from]!;
      }
      return { images, labels };
    },
  };
}
