import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { createDatasets } from "../../../datasets/datasets";
import type { FrameBatch } from "../../../experiment/frame";
import type { NetworkSpec, RunSpec } from "../../../experiment/spec";
import { networkSpec } from "../../../experiment/usual-spec";
import { compile } from "../../compile";
import type { Execution } from "../backend";
import { cpuNetworks } from "./network";
import type { Share } from "./share";
import { serveShare, shareAt, type End } from "./share-channel";
import { shareHere } from "./shares";

const opened: (Execution | MessagePort)[] = [];
afterEach(() => opened.splice(0).forEach((one) => ("dispose" in one ? one.dispose() : one.close())));

test("the recording is the same to the last bit however many threads there are, and in whatever portions", async () => {
  const recordings = [];
  for (const threads of [1, 2, 3]) {
    const execution = await start({ steps: 70, runs: five }, () =>
      Array.from({ length: threads }, threadBehindChannel),
    );
    recordings.push(recordingOf([await execution.advance(71)]));
  }
  const execution = await start({ steps: 70, runs: five });
  recordings.push(
    recordingOf([await execution.advance(3), await execution.advance(60), await execution.advance(99)]),
  );
  for (const recording of recordings.slice(1)) expect(recording).toEqual(recordings[0]);
});

test("checkpoints come in the order of their steps, each with the parameters of its own", async () => {
  // A tenth of this epoch, and every later one, falls between the first steps that are measured.
  const short = { images: 3840, batch: 6, steps: 70, runs: five.slice(0, 2) };
  const together = recordingOf([await (await start(short)).advance(71)]).checkpoints;
  const execution = await start(short);
  const singly = [];
  for (let step = 0; step <= 70; step++) singly.push(await execution.advance(1));
  expect(together.map(({ step }) => step)).toEqual([0, 5, 10, 20, 30, 40, 50, 64, 70]);
  expect(recordingOf(singly).checkpoints).toEqual(together);
});

test("all runs set out from one loss, and every rule lowers it", async () => {
  const { loss, count } = await (await start({ steps: 120, runs: five })).advance(121);
  const runs = five.map((_, run) => [...loss.subarray(run * count, (run + 1) * count)]);
  expect(new Set(runs.map(([first]) => first)).size).toBe(1);
  for (const losses of runs) expect(mean(losses.slice(-20))).toBeLessThan(0.8 * losses[0]!);
});

test("checkpoints hold what is measured, at every step asked for, though the images came late", async () => {
  const execution = await start({ steps: 12, runs: five, fgsm: 0.1 });
  const batches = [await execution.advance(1), await execution.advance(12)];
  const checkpoints = batches.flatMap((batch) => batch.checkpoints);
  expect(checkpoints.map(({ step }) => step)).toEqual([0, 5, 10, 12]);
  for (const { test, adversarial, parameters, named, gradientNorms, alive } of checkpoints) {
    expect([parameters.length, named.length]).toEqual([5 * 8070, 5 * 10_000]);
    expect([gradientNorms.length, alive.length]).toEqual([5 * 3, 5 * 20]);
    expect(adversarial!.every((share, run) => share <= test[run]! + 0.05)).toBe(true);
  }
  const { labels } = (await execution.testSet)!;
  const { named, test } = checkpoints.at(-1)!;
  const right = named.subarray(0, 10_000).reduce((sum, name, i) => sum + Number(name === labels[i]), 0);
  expect(test[0]).toBeCloseTo(right / 10_000, 12);
});

test("a run that diverges is computed no further, and the others go on as without it", async () => {
  const calm = [run("sgd", { lr: 0.1 }, 1), run("adam", {}, 3)];
  const wild = run("sgd", { lr: 1e25 }, 2);
  const alone = recordingOf([await (await start({ steps: 30, runs: calm })).advance(31)]);
  const beside = await (await start({ steps: 30, runs: [calm[0]!, wild, calm[1]!] })).advance(31);
  const { losses } = recordingOf([beside]);
  expect([losses[0], losses[2]]).toEqual(alone.losses);
  const lost = losses[1]!.findIndex((loss) => !(Math.abs(loss) < 1e20));
  expect(lost).toBeGreaterThan(0);
  expect(new Set(losses[1]!.slice(lost)).size).toBe(1);
});

test("another seed gives another recording; zeros for first weights keep all units of a layer alike", async () => {
  const first = async (changes: Partial<NetworkSpec>) =>
    recordingOf([await (await start({ steps: 20, runs: five.slice(0, 1), ...changes })).advance(21)]);
  expect((await first({ seed: 3 })).losses).not.toEqual((await first({ seed: 2 })).losses);
  const { checkpoints } = await first({ init: "zeros", activation: "tanh" });
  const { parameters } = checkpoints.at(-1)!;
  for (let input = 0; input < 784; input++)
    expect(new Set(parameters.slice(10 * input, 10 * input + 10)).size).toBe(1);
});

test("a standing holds the parameters and state of all runs, in the experiment's order", async () => {
  const execution = await start({ steps: 20, runs: five });
  await execution.advance(11);
  const { step, runs } = await execution.standing!();
  expect(step).toBe(11);
  expect(runs.map(({ length }) => length / 8070)).toEqual([1, 2, 3, 3, 2]);
});

test("an execution goes on from where another stands, on other threads", async () => {
  const changes = { steps: 40, runs: five };
  const whole = recordingOf([await (await start(changes)).advance(41)]);
  const first = await start(changes);
  const begun = await first.advance(17);
  const second = await start(changes, () => [threadBehindChannel(), threadBehindChannel()]);
  await second.stand!(await first.standing!());
  const rest = await second.advance(100);
  expect(rest.first).toBe(17);
  const { losses } = recordingOf([begun, rest]);
  losses.forEach((loss, place) =>
    loss.forEach((value, step) => expect(Math.abs(value - whole.losses[place]![step]!)).toBeLessThan(1e-4)),
  );
});

test("a thread that stops is told, whatever was asked of it", async () => {
  const { share, fail } = shareAt({ postMessage: () => undefined, onmessage: null });
  const asked = [share.standing(), share.end()];
  fail(new Error("a training thread stopped"));
  for (const answer of asked) await expect(answer).rejects.toThrow("a training thread stopped");
});

const run = (optimizer: string, hyperparameters: Record<string, number>, number: number): RunSpec => ({
  optimizer,
  convention: "pytorch",
  hyperparameters,
  number,
});

const five = [
  run("sgd", { lr: 0.1 }, 1),
  run("momentum", { lr: 0.02 }, 2),
  run("adam", { lr: 0.003 }, 3),
  run("rmsprop", { lr: 0.002, clipNorm: 1 }, 4),
  run("nesterov", { lr: 0.02, l2: 1e-4 }, 5),
];

/** A share that is reached as one in a worker is. */
function threadBehindChannel(): Share {
  const { port1, port2 } = new MessageChannel();
  opened.push(port1, port2);
  serveShare(shareHere(), port2 as End);
  return shareAt(port1 as End).share;
}

const datasets = createDatasets();

async function start(changes: Partial<NetworkSpec>, open?: () => Share[]): Promise<Execution> {
  const spec = { ...networkSpec("mnist-mlp"), images: 4000, ...changes };
  const execution = await cpuNetworks(undefined, datasets, open).prepare(compile(spec), {
    readFile: async (path) =>
      new Response(await readFile(new URL(`../../../../public/data/${path}`, import.meta.url))),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  opened.push(execution);
  return execution;
}

const recordingOf = (batches: readonly FrameBatch[]) => ({
  losses: Array.from({ length: batches[0]!.runs }, (_, run) =>
    batches.flatMap(({ loss, count }) => [...loss.subarray(run * count, (run + 1) * count)]),
  ),
  checkpoints: batches.flatMap(({ checkpoints }) => checkpoints),
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
