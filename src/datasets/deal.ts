import type { Shard } from "./dataset";

/**
 * Makes two neighbouring shards fair samples by exchanging every other image, in place. MNIST's file alternates between
 * bolder and fainter writers, and a shard that takes every 30th image meets only one kind.
 */
export function deal(a: Shard, b: Shard): void {
  const pixels = a.images.length / a.count;
  for (let i = 1; i < Math.min(a.count, b.count); i += 2) {
    exchange(a.images, b.images, i * pixels, (i + 1) * pixels);
    exchange(a.labels, b.labels, i, i + 1);
  }
}

function exchange(a: Uint8Array, b: Uint8Array, from: number, to: number): void {
  const kept = a.slice(from, to);
  a.set(b.subarray(from, to), from);
  b.set(kept, from);
}
