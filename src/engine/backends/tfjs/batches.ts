import type { Shard } from "../../../datasets/dataset";
import type { MnistData } from "../../../datasets/mnist";
import { randomOf } from "../../../experiment/random";

/** Images [size, pixels] scaled to [0, 1] and labels [size, classes], one-hot. */
export type Batch = { readonly images: Float32Array; readonly labels: Float32Array };

export type Batches = {
  /** Whole batches in an epoch; a trailing partial one is dropped. */
  readonly perEpoch: number;
  /** The batch of a step, from 0; the same for the same seed, however fast data arrive. Throws DatasetError. */
  at(step: number): Promise<Batch>;
};

/**
 * Draws mini-batches. The first epoch walks the shards in file order and shuffles inside each, so that it can begin
 * with the first; later ones shuffle all. Ask for the steps of the first epoch in order.
 */
export function createBatches(data: MnistData, size: number, classes: number, seed: number): Batches {
  const perEpoch = Math.floor(data.counts.train / size);
  const shards: { readonly shard: Shard; readonly from: number }[] = [];
  const firstRandom = randomOf(seed, "batches of epoch 0");
  /** Places in the training set, in the order of the epoch drawn last. */
  let order: number[] | Uint32Array = [];
  let drawn = 0;

  async function draw(epoch: number, until: number): Promise<void> {
    const loaded = () => shards.reduce((sum, { shard }) => sum + shard.count, 0);
    while (loaded() < (epoch === 0 ? until : data.counts.train)) {
      const shard = await data.shard("train", shards.length);
      const from = loaded();
      shards.push({ shard, from });
      if (Array.isArray(order)) for (const i of firstRandom.permutation(shard.count)) order.push(from + i);
    }
    if (epoch === drawn) return;
    order = randomOf(seed, `batches of epoch ${epoch}`).permutation(data.counts.train);
    drawn = epoch;
  }

  return {
    perEpoch,
    async at(step) {
      const first = (step % perEpoch) * size;
      await draw(Math.floor(step / perEpoch), first + size);
      const pixels = shards[0]!.shard.images.length / shards[0]!.shard.count;
      const images = new Float32Array(size * pixels);
      const labels = new Float32Array(size * classes);
      for (let row = 0; row < size; row++) {
        const place = order[first + row]!;
        const { shard, from } = shards.findLast((candidate) => candidate.from <= place)!;
        images.set(
          scaled(shard.images.subarray((place - from) * pixels, (place - from + 1) * pixels)),
          row * pixels,
        );
        labels[row * classes + shard.labels[place - from]!] = 1;
      }
      return { images, labels };
    },
  };
}

/** Ink from 0 to 255 as numbers from 0 to 1. A loop, since `Float32Array.from` is 40 times slower. */
export function scaled(ink: Uint8Array): Float32Array {
  const numbers = new Float32Array(ink.length);
  for (let i = 0; i < ink.length; i++) numbers[i] = ink[i]! / 255;
  return numbers;
}
