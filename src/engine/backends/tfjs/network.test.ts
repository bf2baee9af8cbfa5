import * as tf from "@tensorflow/tfjs-core";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { DatasetError, type Progress, type Split } from "../../../datasets/dataset";
import { createDatasets, type Datasets } from "../../../datasets/datasets";
import type { Checkpoint, FrameBatch } from "../../../experiment/frame";
import { randomOf } from "../../../experiment/random";
import { divergenceBound } from "../../../experiment/recording";
import { networkSpec, runOn } from "../../../experiment/usual-spec";
import { type NetworkSpec, type RunSpec } from "../../../experiment/spec";
import { networks } from "../../../networks/index";
import { optimizers } from "../../../optimizers/index";
import { compile } from "../../compile";
import type { Execution, PrepareContext } from "../backend";
import { tfjsNetworks } from "./network";

const opened: Execution[] = [];
afterEach(() => opened.splice(0).forEach((execution) => execution.dispose()));

test("it says that WebAssembly computes in float32", async () => {
  expect((await start({})).computedBy).toEqual({
    backend: "tfjs",
    adapter: "WebAssembly",
    precision: "float32",
  });
});

test("all runs start from the same loss, near the logarithm of the number of classes", async () => {
  const runs = Object.keys(optimizers).map((id, i) => run(id, {}, i + 1));
  const { loss } = await (await start({ runs })).advance(1);
  expect(new Set(loss).size).toBe(1);
  expect(loss[0]).toBeGreaterThan(1);
  expect(loss[0]).toBeLessThan(5);
});

test("every rule lowers the loss", async () => {
  const ids = Object.keys(optimizers);
  const runs = ids.map((id, i) => runOn(networks["mnist-mlp"], id, i + 1));
  const batch = await (await start({ runs, epochs: 4 })).advance(32);
  ids.forEach((id, i) => {
    const losses = [...batch.loss.subarray(i * 32, (i + 1) * 32)];
    expect(mean(losses.slice(-8)), id).toBeLessThan(mean(losses.slice(0, 8)));
  });
});

test.each(["mnist-logistic", "mnist-cnn"] as const)(
  "%s lowers its loss by sgd, momentum and adam",
  async (id) => {
    const runs = ["sgd", "momentum", "adam"].map((optimizer, i) => runOn(networks[id], optimizer, i + 1));
    const { loss, checkpoints } = await (
      await start({ network: id, runs, epochs: 3, steps: 30 })
    ).advance(31);
    runs.forEach(({ optimizer }, i) => {
      const losses = [...loss.subarray(i * 31, (i + 1) * 31)];
      expect(mean(losses.slice(-8)), optimizer).toBeLessThan(0.9 * mean(losses.slice(0, 8)));
      expect(checkpoints.at(-1)!.test[i], optimizer).toBeGreaterThan(checkpoints[0]!.test[i]!);
    });
  },
);

test("the same seed gives the same recording, in whatever portions it is asked for; another seed another", async () => {
  const whole = await (await start({ seed: 7, epochs: 1 })).advance(13);
  const execution = await start({ seed: 7, epochs: 1 });
  const portions = [await execution.advance(4), await execution.advance(1), await execution.advance(100)];
  for (let i = 0; i < whole.runs; i++) expect(lossesOf(portions, i)).toEqual(lossesOf([whole], i));
  expect(portions.map(({ first, count }) => [first, count])).toEqual([
    [0, 4],
    [4, 1],
    [5, 8],
  ]);
  expect((await (await start({ seed: 8 })).advance(1)).loss[0]).not.toBe(whole.loss[0]);
});

test("an experiment ends with its epochs or its step limit, whichever is first", async () => {
  expect((await start({ epochs: 3 })).steps).toBe(36);
  expect((await start({ epochs: 3, steps: 20 })).steps).toBe(20);
  expect((await start({ epochs: 1, steps: 20 })).steps).toBe(12);
});

test("checkpoints hold all that is measured of all runs, the first and the last step among them", async () => {
  const runs = [run("adam", {}, 1), run("sgd", {}, 2), run("adam", { lr: 0.1 }, 3)];
  const { checkpoints } = await (await start({ steps: 5, hidden: [4, 6], runs })).advance(6);
  expect(checkpoints.map(({ step }) => step)).toEqual([0, 5]);
  const parameters = 785 * 4 + 5 * 6 + 7 * 10;
  const sizes = { train: 3, test: 3, trainLoss: 3, testLoss: 3, parameters: 3 * parameters, named: 3 * 40 };
  const shares = { gradientNorms: 3 * 3, activations: 3 * 10, alive: 3 * 10 };
  for (const { step, ...measured } of checkpoints) {
    const lengths = Object.entries(measured).map(([name, values]) => [name, values.length]);
    expect(Object.fromEntries(lengths), `step ${step}`).toEqual({ ...sizes, ...shares });
    const { train, test, alive } = measured;
    for (const share of [...train, ...test, ...alive]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  }
  // Runs keep their places though equal rules are computed together: the third moved furthest.
  const [first, last] = [checkpoints[0]!, checkpoints.at(-1)!];
  const ways = [0, 1, 2].map((run) => wayOf(first, last, run, parameters));
  expect(ways[2]!).toBeGreaterThan(20 * ways[0]!);
});

test("an adversarial accuracy is measured where it is asked for, and is the lower for it", async () => {
  const { checkpoints } = await (await start({ epochs: 4, fgsm: 0.3 })).advance(49);
  const { test, adversarial } = checkpoints.at(-1)!;
  expect(adversarial).toHaveLength(test.length);
  test.forEach((accuracy, run) => expect(adversarial![run]).toBeLessThan(accuracy - 0.2));
});

test("the test images come with the execution", async () => {
  const { images, labels, side } = (await (await start({})).testSet)!;
  expect([images.length, labels.length, side]).toEqual([40 * 784, 40, 28]);
});

test("settings change what is computed from the same seed", async () => {
  const changes: Partial<NetworkSpec>[] = [
    {},
    { activation: "tanh" },
    { activation: "sigmoid" },
    { init: "he" },
    { init: "zeros" },
    { standardise: true },
    { shift: 3 },
    { rotate: 30 },
    { dropout: 0.5 },
    { labelNoise: 0.5 },
    { images: 100, batch: 10 },
  ];
  const losses: number[] = [];
  for (const change of changes) {
    const execution = await start({ runs: [run("sgd", {}, 1)], ...change });
    losses.push((await execution.advance(1)).loss[0]!);
    execution.dispose();
  }
  expect(new Set(losses).size).toBe(changes.length);
  // Without weights every class is as likely as the others.
  expect(losses[4]).toBeCloseTo(Math.log(10), 5);
});

test("a run that diverges stays there, and does not disturb the others", async () => {
  const calm = lossesOf(
    [await (await start({ runs: [run("sgd", { lr: 0.1 }, 1), run("sgd", { lr: 0.2 }, 2)] })).advance(12)],
    0,
  );
  const beside = await (
    await start({ runs: [run("sgd", { lr: 0.1 }, 1), run("sgd", { lr: 1e30 }, 2)] })
  ).advance(12);
  const wild = lossesOf([beside], 1);
  const end = wild.findIndex((loss) => !(Math.abs(loss) <= divergenceBound.loss));
  expect(end).toBeGreaterThan(0);
  for (const loss of wild.slice(end)) expect(loss).toBe(wild[end]);
  expect(lossesOf([beside], 0)).toEqual(calm);
});

test("an experiment without runs has frames without losses", async () => {
  expect(await (await start({ runs: [] })).advance(3)).toMatchObject({
    first: 0,
    count: 3,
    runs: 0,
    checkpoints: [],
  });
});

test("an execution goes on from where another stands", async () => {
  const changes = {
    steps: 20,
    runs: [run("adam", { lr: 0.01 }, 1), run("sgd", { lr: 0.1 }, 2), run("adam", {}, 3)],
  };
  const whole = await (await start(changes)).advance(21);
  const first = await start(changes);
  await first.advance(9);
  const standing = await first.standing!();
  const second = await start(changes);
  await second.stand!(standing);
  const rest = await second.advance(100);
  expect([rest.first, rest.count]).toEqual([9, 12]);
  for (const place of [0, 1, 2]) expect(lossesOf([rest], place)).toEqual(lossesOf([whole], place).slice(9));
});

test("tensors do not pile up, and none are left when it is over", async () => {
  for (const change of [{ dropout: 0.3, fgsm: 0.1 }, { network: "mnist-cnn" }]) {
    const before = tf.memory().numTensors;
    const execution = await start({
      epochs: 4,
      runs: [run("momentum", {}, 1), run("adam", {}, 2)],
      ...change,
    });
    // By then all data have come, and nothing waits to be measured.
    await execution.advance(13);
    const during = tf.memory().numTensors;
    await execution.advance(10);
    expect(tf.memory().numTensors).toBe(during);
    execution.dispose();
    expect(tf.memory().numTensors).toBe(before);
  }
});

test("an execution that is ended while it waits for data leaves nothing behind", async () => {
  const before = tf.memory().numTensors;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const execution = await start({}, async (path) => {
    if (!/manifest|train-[01]/.test(path)) await held;
    return read(path);
  });
  const batch = execution.advance(12);
  execution.dispose();
  release();
  await expect(batch).rejects.toThrow("disposed");
  expect(tf.memory().numTensors).toBe(before);
});

test("training starts with the first two files, and waits for what is still to come", async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const slow: PrepareContext["readFile"] = async (path) => {
    if (!/manifest|train-[01]/.test(path)) await held;
    return read(path);
  };
  const events: string[] = [];
  let reached: () => void = () => undefined;
  const needsThird = new Promise<void>((resolve) => (reached = resolve));
  const datasets = watching((split, index) => split === "train" && index === 2 && reached());
  const execution = await start({ runs: [run("sgd", {}, 1)], steps: 12 }, slow, { datasets });
  // Without a checkpoint there is no need for the test set.
  const early = await execution.advance(1);
  const rest = execution.advance(12).finally(() => events.push("trained"));
  await needsThird;
  events.push("released");
  release();
  const late = await rest;
  expect(events).toEqual(["released", "trained"]);
  const atOnce = await (await start({ runs: [run("sgd", {}, 1)], steps: 12 })).advance(13);
  expect(lossesOf([early, late], 0)).toEqual(lossesOf([atOnce], 0));
});

test("a shard that is missing is told by its name", async () => {
  await expect(start({}, without("train-0"))).rejects.toThrow(DatasetError);
  const execution = await start({}, without("train-2"));
  await expect(execution.advance(12)).rejects.toThrow("train-2.bin is missing");
});

test("a change loads nothing anew, nor says that it loads", async () => {
  const datasets = createDatasets();
  const asked: string[] = [];
  const reading: PrepareContext["readFile"] = (path) => {
    asked.push(path);
    return read(path);
  };
  await (await start({}, reading, { datasets })).advance(12);
  expect(new Set(asked).size).toBe(6);
  const progress: Progress[] = [];
  const onProgress = (told: Progress) => progress.push(told);
  await (await start({ batch: 4 }, reading, { datasets, onProgress })).advance(12);
  expect(asked).toHaveLength(6);
  expect(progress).toEqual([]);
});

test("an execution that is given up stops waiting, and what it began to load serves the next", async () => {
  const datasets = createDatasets();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const asked: string[] = [];
  const slow: PrepareContext["readFile"] = async (path, signal) => {
    asked.push(path);
    await held;
    signal.throwIfAborted();
    return read(path);
  };
  const abort = new AbortController();
  const given = start({}, slow, { datasets, signal: abort.signal });
  abort.abort(new Error("another experiment"));
  await expect(given).rejects.toThrow("another experiment");
  const progress: Progress[] = [];
  const next = start({}, slow, { datasets, onProgress: (told) => progress.push(told) });
  release();
  await (await next).advance(12);
  expect(asked).toHaveLength(6);
  expect(progress).toHaveLength(5);
});

test("after a shard failed a retry loads again", async () => {
  for (const name of ["manifest", "train-0", "train-2"]) {
    const datasets = createDatasets();
    const failing = async () => (await start({}, without(name), { datasets })).advance(12);
    await expect(failing()).rejects.toThrow(`${name}`);
    expect((await (await start({}, read, { datasets })).advance(12)).count).toBe(12);
  }
});

/** The files but one. */
const without =
  (name: string): PrepareContext["readFile"] =>
  (path) =>
    path.includes(name) ? Promise.resolve(new Response(null, { status: 404 })) : read(path);

/** Datasets that tell which shards are asked for. */
function watching(onAsked: (split: Split, index: number) => void): Datasets {
  const datasets = createDatasets();
  return {
    async open(...request) {
      const data = await datasets.open(...request);
      return {
        ...data,
        shard(split, index) {
          onAsked(split, index);
          return data.shard(split, index);
        },
      };
    },
  };
}

const run = (optimizer: string, hyperparameters: Record<string, number>, number: number): RunSpec => ({
  optimizer,
  convention: "pytorch",
  hyperparameters,
  number,
});

async function start(
  changes: Partial<NetworkSpec>,
  readFile: PrepareContext["readFile"] = read,
  { datasets = createDatasets(), ...context }: { datasets?: Datasets } & Partial<PrepareContext> = {},
): Promise<Execution> {
  const network = changes.network ?? "mnist-mlp";
  const hidden = networks[network as keyof typeof networks].mostHidden > 0 ? [4] : [];
  const spec = { ...networkSpec(network), hidden, batch: 8, epochs: 2, ...changes };
  const execution = await tfjsNetworks("cpu", datasets).prepare(compile(spec), {
    readFile,
    onProgress: () => undefined,
    signal: new AbortController().signal,
    ...context,
  });
  opened.push(execution);
  return execution;
}

const lossesOf = (batches: readonly FrameBatch[], run: number): number[] =>
  batches.flatMap(({ loss, count }) => [...loss.subarray(run * count, (run + 1) * count)]);

/** How far a run's parameters are from one checkpoint to another. */
function wayOf(from: Checkpoint, to: Checkpoint, run: number, parameters: number): number {
  const [before, after] = [from, to].map((checkpoint) =>
    checkpoint.parameters.subarray(run * parameters, (run + 1) * parameters),
  );
  return Math.hypot(...after!.map((value, i) => value - before![i]!));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A hundred blurred bars to train with and forty to test with: a class is where the bar lies. */
const files = new Map<string, Uint8Array>();

function read(path: string): Promise<Response> {
  if (files.size === 0) writeFiles();
  const bytes = files.get(path.replace("mnist/", ""));
  return Promise.resolve(bytes ? new Response(Buffer.from(bytes)) : new Response(null, { status: 404 }));
}

function writeFiles() {
  const random = randomOf(1, "bars");
  const shard = (file: string, count: number) => {
    const bytes = new Uint8Array(count * 785);
    for (let i = 0; i < count; i++) {
      const label = Math.floor(10 * random.uniform());
      for (let pixel = 0; pixel < 784; pixel++)
        bytes[i * 784 + pixel] =
          Math.floor(60 * random.uniform()) + (Math.floor((pixel % 28) / 2.8) === label ? 180 : 0);
      bytes[count * 784 + i] = label;
    }
    const compressed = gzipSync(bytes);
    files.set(file, compressed);
    return {
      file,
      count,
      bytes: compressed.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
  };
  const splits = {
    train: {
      count: 100,
      shards: [shard("train-0.bin", 40), shard("train-1.bin", 40), shard("train-2.bin", 20)],
    },
    test: { count: 40, shards: [shard("test-0.bin", 20), shard("test-1.bin", 20)] },
  };
  files.set("manifest.json", new TextEncoder().encode(JSON.stringify({ splits })));
}
