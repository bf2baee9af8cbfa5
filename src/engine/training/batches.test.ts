import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { usualSettings } from "../../networks/settings";
import { openMnist, type MnistData } from "../../datasets/mnist";
import { createBatches, type Batch } from "./batches";

const shardSize = 400;
const shardCount = 5;
const size = 20;
const options = { ...usualSettings, size, classes: 10, seed: 3 };

test("every epoch holds each image once, with its label", async () => {
  const batches = createBatches(numbered(), options);
  for (const epoch of [0, 1, 2]) {
    const drawn = (await epochOf(batches, epoch)).flatMap(placesIn);
    expect(drawn).not.toEqual([...drawn].sort((a, b) => a - b));
    expect(drawn.sort((a, b) => a - b)).toEqual(
      Array.from({ length: shardSize * shardCount }, (_, place) => place),
    );
  }
});

test("the first epoch takes its shards in turn, and from all over each of them", async () => {
  const all = await epochOf(createBatches(numbered(), options), 0);
  const means = all.map((batch, i) => {
    const places = placesIn(batch);
    const shard = Math.floor((i * size) / shardSize);
    expect(places.every((place) => Math.floor(place / shardSize) === shard)).toBe(true);
    return mean(places.map((place) => place % shardSize));
  });
  // Of batches drawn without replacement; a hundred of them tell their variance within a seventh.
  const fair = ((shardSize ** 2 - 1) / 12 / size) * (1 - (size - 1) / (shardSize - 1));
  const middle = (shardSize - 1) / 2;
  expect(mean(means.map((value) => (value - middle) ** 2)) / fair).toBeGreaterThan(0.6);
  expect(mean(means.map((value) => (value - middle) ** 2)) / fair).toBeLessThan(1.5);
});

test("MNIST's batches do not alternate: in the first epoch one's ink says nothing of a later one's", async () => {
  const read = async (file: string) =>
    new Response(await readFile(new URL(`../../../public/data/mnist/${file}`, import.meta.url)));
  const data = await openMnist(read, () => undefined, new AbortController().signal);
  const ink = (await epochOf(createBatches(data, { ...options, size: 32, seed: 1 }), 0)).map(({ images }) =>
    mean(images),
  );
  expect(ink).toHaveLength(1875);
  // One shard and two, in batches: 0.1 is four times what chance gives in 1,875.
  for (const lag of [62, 63, 125, 250])
    expect(Math.abs(correlation(ink, lag)), `lag ${lag}`).toBeLessThan(0.1);
});

/** Shards whose image i holds i in two pixels, and as its label i modulo ten. */
function numbered(): MnistData {
  const shard = (from: number) => ({
    images: Uint8Array.from({ length: 2 * shardSize }, (_, k) => {
      const place = from + Math.floor(k / 2);
      return k % 2 ? Math.floor(place / 256) : place % 256;
    }),
    labels: Uint8Array.from({ length: shardSize }, (_, i) => (from + i) % 10),
    count: shardSize,
  });
  return {
    counts: { train: shardSize * shardCount, test: 0 },
    shards: { train: shardCount, test: 0 },
    whole: Promise.resolve(),
    shard: (_split, index) => Promise.resolve(shard(index * shardSize)),
  };
}

/** The numbers of a batch's images; each has its label. */
function placesIn({ images, labels }: Batch): number[] {
  return Array.from({ length: images.length / 2 }, (_, row) => {
    const place = images[2 * row]! + 256 * images[2 * row + 1]!;
    expect(labels[row]).toBe(place % 10);
    return place;
  });
}

async function epochOf({ perEpoch, at }: ReturnType<typeof createBatches>, epoch: number): Promise<Batch[]> {
  const all: Batch[] = [];
  for (let i = 0; i < perEpoch; i++) all.push(await at(epoch * perEpoch + i));
  return all;
}

function correlation(values: readonly number[], lag: number): number {
  const middle = mean(values);
  const off = values.map((value) => value - middle);
  return (
    off.slice(lag).reduce((sum, value, i) => sum + value * off[i]!, 0) / off.reduce((s, v) => s + v * v, 0)
  );
}

function mean(values: readonly number[] | Uint8Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
