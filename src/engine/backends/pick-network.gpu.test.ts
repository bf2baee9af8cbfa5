import { afterEach, expect, test, vi } from "vitest";
import type { BackendChoice } from "../../experiment/spec";
import type { FrameBatch } from "../../experiment/frame";
import { networkSpec } from "../../experiment/usual-spec";
import { compile, type NetworkExperiment } from "../compile";
import type { Backend, Execution, PrepareContext } from "./backend";
import { openMeasurer } from "./cpu/measurer";
import { cpuNetworks } from "./cpu/network";
import { handingOver } from "./hand-over";
import { pickNetworkBackend } from "./pick-network";
import { webgpuNetworks } from "./webgpu/network";

const opened: Execution[] = [];
// Two cores play GPU, and may have much else to do.
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => opened.splice(0).forEach((execution) => execution.dispose()));

test("whoever asks for webgpu gets it on a software adapter too; auto stays on the CPU and makes no words", async () => {
  const gpu = await start("webgpu");
  expect(gpu.computedBy).toMatchObject({ backend: "webgpu", adapter: expect.stringMatching(/swiftshader/i) });
  const cpu = await start("auto");
  await cpu.advance(2);
  expect(cpu.computedBy).toMatchObject({ backend: "cpu" });
  expect(cpu.computedBy.note).toBeUndefined();
});

test("webgpu and the CPU train the true data alike, within 1e-4, and measure what they reach alike", async () => {
  const [gpu, cpu] = await Promise.all([start("webgpu"), start("cpu")]);
  const [ours, theirs] = [await gpu.advance(steps + 1), await cpu.advance(steps + 1)];
  expect(worstOf(ours, theirs)).toBeLessThan(1e-4);
  expect(ours.checkpoints.map(({ step }) => step)).toEqual(theirs.checkpoints.map(({ step }) => step));
  ours.checkpoints.forEach(({ test, testLoss }, i) => {
    expect(Math.abs(testLoss[0]! - theirs.checkpoints[i]!.testLoss[0]!)).toBeLessThan(1e-4);
    expect(Math.abs(test[0]! - theirs.checkpoints[i]!.test[0]!)).toBeLessThan(1e-3);
  });
});

test("a training that begins on the CPU and goes on on the GPU is the one that stays, checkpoints and all", async () => {
  const gpu = webgpuNetworks({ openMeasurer });
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  const watched: Backend = {
    ...gpu,
    async prepare(...asked) {
      const execution = await gpu.prepare(...asked);
      // After all who wait for it have heard.
      setTimeout(isReady);
      return execution;
    },
  };
  const moving = await handingOver(cpuNetworks(), () => Promise.resolve(watched)).prepare(
    experiment,
    context,
  );
  opened.push(moving);
  const batches = [await moving.advance(11)];
  expect(moving.computedBy.backend).toBe("cpu");
  await ready;
  batches.push(await moving.advance(4));
  expect(moving.computedBy.backend).toBe("webgpu");
  batches.push(await moving.advance(100));
  const stays = await (await start("cpu")).advance(steps + 1);
  expect(batches.map(({ first }) => first)).toEqual([0, 11, 15]);
  let worst = 0;
  for (const batch of batches) worst = Math.max(worst, worstOf(batch, stays));
  expect(worst).toBeLessThan(1e-4);
  const checkpoints = batches.flatMap((batch) => batch.checkpoints);
  expect(checkpoints.map(({ step }) => step)).toEqual(stays.checkpoints.map(({ step }) => step));
});

const steps = 24;
const experiment = compile({ ...networkSpec("mnist-mlp"), steps }) as NetworkExperiment;
const context: PrepareContext = {
  readFile: (path, signal) => fetch(`/data/${path}`, { signal }),
  onProgress: () => undefined,
  signal: new AbortController().signal,
};

async function start(choice: BackendChoice): Promise<Execution> {
  const execution = await (await pickNetworkBackend(experiment, choice)).prepare(experiment, context);
  opened.push(execution);
  return execution;
}

/** The largest difference of losses, over the frames of `part`, from a recording that begins with frame 0. */
function worstOf({ first, count, runs, loss }: FrameBatch, whole: FrameBatch): number {
  let worst = 0;
  for (let run = 0; run < runs; run++)
    for (let k = 0; k < count; k++) {
      const difference = Math.abs(loss[run * count + k]! - whole.loss[run * whole.count + first + k]!);
      worst = Math.max(worst, Number.isNaN(difference) ? Infinity : difference);
    }
  return worst;
}
