import type { Shard } from "../../../datasets/dataset";
import type { MnistData } from "../../../datasets/mnist";
import { randomOf } from "../../../experiment/random";

/** A small data set for tests, as one that is loaded: blots whose place tells their class, 600 to train on, 100 to test. */
export function blots(): MnistData {
  const random = randomOf(1, "blots");
  const shards = { train: [shardOf(300), shardOf(300)], test: [shardOf(100)] };
  return {
    counts: { train: 600, test: 100 },
    shards: { train: 2, test: 1 },
    whole: Promise.resolve(),
    shard: (split, index) => Promise.resolve(shards[split][index]!),
  };

  function shardOf(count: number): Shard {
    const images = new Uint8Array(count * 784);
    const labels = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      const label = Math.floor(random.uniform() * 10);
      labels[i] = label;
      const [x, y] = [6 + 1.6 * label + random.normal(), 14 + 7 * Math.sin(label) + random.normal()];
      for (let p = 0; p < 784; p++) {
        const distance = ((p % 28) - x) ** 2 + (Math.floor(p / 28) - y) ** 2;
        images[i * 784 + p] = Math.round(255 * Math.exp(-distance / (8 + 4 * random.uniform())));
      }
    }
    return { images, labels, count };
  }
}
