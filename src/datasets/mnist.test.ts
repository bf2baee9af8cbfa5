import { readFile } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { DatasetError, type Progress, type ReadFile, type Shard, type Split } from "./dataset";
import { mnistPixels, openMnist } from "./mnist";

describe("the files in public/data/mnist", () => {
  it("hold the 60,000 and 10,000 digits of MNIST, as often as is known", async () => {
    const { data } = await open(fromDisk);
    expect(data.counts).toEqual({ train: 60000, test: 10000 });
    const train = await all(data, "train");
    const test = await all(data, "test");
    expect(histogram(train)).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    expect(histogram(test)).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
    for (const { images, labels, count } of [...train, ...test]) {
      expect([images.length, labels.length]).toEqual([count * mnistPixels, count]);
    }
    // 0.1307 is the mean that every MNIST tutorial normalises by.
    expect(mean(train) / 255).toBeCloseTo(0.1307, 4);
  });

  it("come as training shards that are fair samples: each has as much ink as the whole, give or take", async () => {
    const train = await all((await open(fromDisk)).data, "train");
    const ink = train.map(({ images, count }) => inkOf(images, count));
    const every = Float64Array.from(ink.flatMap((shard) => [...shard]));
    const middle = average(every);
    const spread = Math.sqrt(average(every.map((value) => (value - middle) ** 2)));
    for (const shard of ink) {
      // Five standard errors; as the files lie, shards stray by seven, by turns up and down.
      const bound = (5 * spread) / Math.sqrt(shard.length);
      expect(Math.abs(average(shard) - middle)).toBeLessThan(bound);
    }
  });

  it("come with the licence and the names it asks for", async () => {
    const text = await readFile(pathOf("ATTRIBUTION.md"), "utf8");
    expect(text).toMatch(/Yann LeCun and Corinna Cortes/);
    expect(text).toMatch(/Attribution-ShareAlike 3\.0/);
  });
});

describe("loading", () => {
  it("begins with the first training shard alone, then test, then the rest, never more than four at once", async () => {
    const events: string[] = [];
    let flying = 0;
    let most = 0;
    const read: ReadFile = async (file) => {
      events.push(file);
      most = Math.max(most, ++flying);
      const bytes = await readFile(pathOf(file));
      flying--;
      return new Response(bytes);
    };
    const data = await openMnist(read, () => events.push("arrived"), new AbortController().signal);
    expect((await data.shard("train", 0)).count).toBe(2000);
    await Promise.all([all(data, "train"), all(data, "test")]);
    expect(events.slice(0, 3)).toEqual(["manifest.json", "train-00.bin", "arrived"]);
    expect(events.slice(3).filter((event) => event !== "arrived")).toEqual([
      ...["00", "01", "02", "03", "04"].map((i) => `test-${i}.bin`),
      ...Array.from({ length: 29 }, (_, i) => `train-${String(i + 1).padStart(2, "0")}.bin`),
    ]);
    expect(most).toBe(4);
  });

  it("tells its progress in compressed bytes, up to the whole", async () => {
    const { data, progress } = await open(fromDisk);
    await Promise.all([all(data, "train"), all(data, "test")]);
    expect(progress).toHaveLength(35);
    expect(progress.at(-1)!.loaded).toBe(progress.at(-1)!.total);
    expect(progress.every(({ loaded }, i) => loaded > (progress[i - 1]?.loaded ?? 0))).toBe(true);
  });

  it("takes shards that the server has already inflated", async () => {
    const { data } = await open(async (file) => {
      const bytes = await readFile(pathOf(file));
      return new Response(file.endsWith(".bin") ? gunzipSync(bytes) : bytes);
    });
    expect((await data.shard("train", 0)).labels[0]).toBe(5);
  });

  it("gives a later shard though an earlier one failed", async () => {
    const { data } = await open(replacing("train-00.bin", () => new Response(null, { status: 404 })));
    await expect(data.shard("train", 0)).rejects.toThrow(DatasetError);
    expect((await data.shard("test", 0)).labels[0]).toBe(7);
  });

  it("refuses a shard that does not exist", async () => {
    const { data } = await open(fromDisk);
    await expect(data.shard("test", 5)).rejects.toThrow("no such shard: test 5");
  });

  it("stops when it is aborted, with the reason given", async () => {
    const abort = new AbortController();
    const started: string[] = [];
    const { data } = await open((file) => {
      started.push(file);
      return fromDisk(file);
    }, abort.signal);
    await data.shard("train", 0);
    abort.abort(new Error("another experiment"));
    await expect(data.shard("train", 29)).rejects.toThrow("another experiment");
    expect(started.length).toBeLessThan(10);
    await expect(open(fromDisk, abort.signal)).rejects.toThrow("another experiment");
  });
});

describe("a file that is not as it should be is named, with what is wrong", () => {
  const damaged = (bytes: Uint8Array) => bytes.with(bytes.length - 100, bytes.at(-100)! ^ 1);
  const html = "<!doctype html><title>Ravine</title>";
  const shards: Record<string, [(bytes: Uint8Array<ArrayBuffer>) => Response, string]> = {
    missing: [() => new Response(null, { status: 404 }), "is missing: the server answered 404"],
    refused: [() => new Response(null, { status: 503 }), "was refused: the server answered 503"],
    "a web page": [() => new Response(html), "is missing: the server sent a web page instead"],
    "cut short": [
      (bytes) => new Response(bytes.slice(0, 1000)),
      "is cut short: 1000 of 322040 bytes arrived",
    ],
    empty: [() => new Response(""), "is empty"],
    "something else": [
      () => new Response("not found"),
      "is not the data expected: something else came in its place",
    ],
    "other digits": [
      (bytes) => new Response(gzipSync(damaged(gunzipSync(bytes)), { level: 0 })),
      "arrived damaged: its checksum is not the one expected",
    ],
    "damaged on the way": [
      (bytes) => new Response(new Uint8Array(bytes).fill(255, 10, 100)),
      "arrived damaged: it cannot be unpacked",
    ],
    "of another size": [
      () => new Response(gzipSync(new Uint8Array(400_000), { level: 0 })),
      "is not the data expected: 400000 bytes unpacked instead of 1570000",
    ],
    "without end": [
      () => new Response(gzipSync(new Uint8Array(9_000_000), { level: 0 })),
      "is not the data expected: more than 1570000 bytes",
    ],
    unreachable: [
      () => {
        throw new TypeError("fetch failed");
      },
      "could not be fetched: the connection failed (fetch failed)",
    ],
    "broken off": [
      () => new Response(new ReadableStream({ start: (stream) => stream.error(new Error("reset")) })),
      "did not arrive whole: the connection broke (reset)",
    ],
  };
  for (const [kind, [respond, message]] of Object.entries(shards)) {
    it(`shard: ${kind}`, async () => {
      const { data } = await open(replacing("train-00.bin", respond));
      const failure = data.shard("train", 0);
      await expect(failure).rejects.toThrow(DatasetError);
      await expect(failure).rejects.toMatchObject({
        file: "train-00.bin",
        message: `train-00.bin ${message}`,
      });
    });
  }

  const manifests: Record<string, [string | null, string]> = {
    missing: [null, "is missing: the server answered 404"],
    "a web page": [html, "is missing: the server sent a web page instead"],
    "not JSON": ['{"splits":', "is damaged: it is not JSON"],
    "of something else": [
      '{"splits": {"train": {"count": 3, "shards": []}}}',
      "does not describe this dataset",
    ],
    "of files that lie elsewhere": [
      manifestOf({ file: "../../index.html" }),
      "does not describe this dataset",
    ],
    "of more than can be held": [manifestOf({ count: 1e12 }), "does not describe this dataset"],
  };
  for (const [kind, [text, message]] of Object.entries(manifests)) {
    it(`manifest: ${kind}`, async () => {
      const opened = open(
        replacing("manifest.json", () => new Response(text, { status: text === null ? 404 : 200 })),
      );
      await expect(opened).rejects.toMatchObject({
        file: "manifest.json",
        message: `manifest.json ${message}`,
      });
    });
  }
});

/** A manifest of one shard a split, with this of it changed. */
function manifestOf(change: { file?: string; count?: number }): string {
  const shard = { file: "train-00.bin", count: 1, bytes: 1, sha256: "0", ...change };
  const split = { count: shard.count, shards: [shard] };
  return JSON.stringify({ splits: { train: split, test: split } });
}

type Data = Awaited<ReturnType<typeof openMnist>>;

function pathOf(file: string): URL {
  return new URL(`../../public/data/mnist/${file}`, import.meta.url);
}

async function fromDisk(file: string): Promise<Response> {
  return new Response(await readFile(pathOf(file)));
}

/** The true files but one. */
function replacing(name: string, respond: (bytes: Uint8Array<ArrayBuffer>) => Response): ReadFile {
  return async (file) => {
    const response = await fromDisk(file);
    return file === name ? respond(new Uint8Array(await response.arrayBuffer())) : response;
  };
}

async function open(read: ReadFile, signal = new AbortController().signal) {
  const progress: Progress[] = [];
  return { data: await openMnist(read, (p) => progress.push(p), signal), progress };
}

function all(data: Data, split: Split): Promise<Shard[]> {
  return Promise.all(Array.from({ length: data.shards[split] }, (_, i) => data.shard(split, i)));
}

function histogram(shards: readonly Shard[]): number[] {
  const counts = new Array<number>(10).fill(0);
  for (const { labels } of shards) for (const label of labels) counts[label]!++;
  return counts;
}

/** Mean ink of each image, shape [count]. */
function inkOf(images: Uint8Array, count: number): Float64Array {
  const ink = new Float64Array(count);
  for (let i = 0; i < images.length; i++) ink[Math.floor(i / mnistPixels)]! += images[i]! / mnistPixels;
  return ink;
}

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function mean(shards: readonly Shard[]): number {
  let sum = 0;
  let count = 0;
  for (const { images } of shards) {
    for (const pixel of images) sum += pixel;
    count += images.length;
  }
  return sum / count;
}
