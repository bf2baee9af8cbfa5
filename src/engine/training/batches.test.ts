import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { usualSettings } from "../../networks/settings";
import { openMnist, type MnistData } from "../../datasets/mnist";
import { barsData } from "./bars";
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

test("of few images only those are drawn, and each as often as another", async () => {
  const images = 90;
  const batches = createBatches(numbered(), { ...options, images });
  expect(batches.perEpoch).toBe(4);
  for (const epoch of [0, 1, 5]) {
    const drawn = (await epochOf(batches, epoch)).flatMap(placesIn);
    expect(new Set(drawn).size).toBe(80);
    expect(Math.max(...drawn)).toBeLessThan(images);
  }
});

test("a batch larger than all the images shows some of them twice", async () => {
  const batches = createBatches(numbered(), { ...options, images: 8 });
  expect(batches.perEpoch).toBe(1);
  const drawn = placesIn(await batches.at(0));
  expect(drawn).toHaveLength(size);
  expect(new Set(drawn)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
});

test("of the labels the asked share says any class, for the same images in every epoch", async () => {
  for (const labelNoise of [0.2, 1]) {
    const batches = createBatches(numbered(), { ...options, labelNoise });
    const [first, second] = [await labelsOf(batches, 0), await labelsOf(batches, 1)];
    expect(second).toEqual(first);
    const wrong = first.filter((label, place) => label !== place % 10).length / first.length;
    // A tenth of those replaced say the truth by chance; five deviations of 2,000 draws.
    const expected = 0.9 * labelNoise;
    expect(Math.abs(wrong - expected)).toBeLessThan(
      5 * Math.sqrt((expected * (1 - expected)) / first.length),
    );
    expect(new Set(first).size).toBe(10);
  }
});

test("label noise and batches draw from streams of their own: the same images come, whatever they are called", async () => {
  const [plain, noisy] = [0, 0.5].map((labelNoise) => createBatches(numbered(), { ...options, labelNoise }));
  expect((await plain!.at(3)).images).toEqual((await noisy!.at(3)).images);
  expect((await plain!.at(3)).labels).not.toEqual((await noisy!.at(3)).labels);
});

test("augmented images are drawn anew each time, the same way each time, from the same images", async () => {
  const augmented = { ...options, images: 40, shift: 2, rotate: 15 };
  const [one, again] = [createBatches(barsData(), augmented), createBatches(barsData(), augmented)];
  const plain = createBatches(barsData(), { ...options, images: 40 });
  const [first, same, unmoved] = [await one.at(0), await again.at(0), await plain.at(0)];
  expect(first).toEqual(same);
  expect(first.images).not.toEqual(unmoved.images);
  expect(first.labels).toEqual(unmoved.labels);
  const inkOf = (images: Uint8Array) => images.reduce((sum, ink) => sum + ink, 0);
  expect(inkOf(first.images) / inkOf(unmoved.images)).toBeGreaterThan(0.7);
  expect(inkOf(first.images) / inkOf(unmoved.images)).toBeLessThan(1);
});

/** Labels in the order of the images, as an epoch shows them. */
async function labelsOf(
  { perEpoch, at }: ReturnType<typeof createBatches>,
  epoch: number,
): Promise<number[]> {
  const byPlace: number[] = [];
  for (let i = 0; i < perEpoch; i++) {
    const { images, labels } = await at(epoch * perEpoch + i);
    labels.forEach((label, row) => (byPlace[images[2 * row]! + 256 * images[2 * row + 1]!] = label));
  }
  return byPlace;
}

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
