import type { Shard, Split } from "../../datasets/dataset";
import type { MnistData } from "../../datasets/mnist";
import { randomOf } from "../../experiment/random";

/** Images of a shard of bars. */
export const barsShard = 40;

/**
 * What tests train on in place of MNIST: blurred upright bars of 28 by 28 pixels on paper, whose class is where they stand.
 * 200 to train with, 80 to test with. `before` is awaited before a shard is handed out.
 */
export function barsData(
  before: (split: Split, index: number) => Promise<void> | void = () => {},
): MnistData {
  const shards = { train: 5, test: 2 };
  const made = new Map<string, Shard>();
  return {
    counts: { train: shards.train * barsShard, test: shards.test * barsShard },
    shards,
    whole: Promise.resolve(),
    async shard(split, index) {
      await before(split, index);
      const name = `${split} ${index}`;
      const shard = made.get(name) ?? barsOf(name);
      made.set(name, shard);
      return shard;
    },
  };
}

function barsOf(name: string): Shard {
  const random = randomOf(1, name);
  const labels = Uint8Array.from({ length: barsShard }, () => Math.floor(10 * random.uniform()));
  const images = Uint8Array.from({ length: barsShard * 784 }, (_, i) => {
    const isBar = Math.floor((i % 28) / 2.8) === labels[Math.floor(i / 784)];
    return isBar || random.uniform() < 0.1 ? Math.floor(60 + 195 * random.uniform()) : 0;
  });
  return { images, labels, count: barsShard };
}
