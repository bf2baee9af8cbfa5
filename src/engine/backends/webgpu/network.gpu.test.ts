import { afterEach, expect, test, vi } from "vitest";
import type { Checkpoint } from "../../../experiment/frame";
import { divergenceBound } from "../../../experiment/recording";
import type { NetworkSpec } from "../../../experiment/spec";
import { createBatches } from "../../training/batches";
import { checkpointSteps } from "../../training/checkpoint-steps";
import { initialParameters } from "../../training/initial-parameters";
import type { Measurer } from "../../training/measurer";
import { theDevice, type DeviceResult } from "./device";
import type { NetworkNeeds } from "./network";
import type { WebgpuNetwork } from "./network-execution";
import { blots, experimentOf, runOf, startOnBlots } from "./network-on-blots";

const opened: WebgpuNetwork[] = [];
// Two cores play GPU, and may have much else to do.
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => opened.splice(0).forEach((execution) => execution.dispose()));

test("what runs here is WebGPU on the software adapter, in four dispatches a step", async () => {
  const { computedBy, effort } = await start({});
  expect(computedBy).toMatchObject({ backend: "webgpu", precision: "float32" });
  expect(computedBy.adapter).toMatch(/^WebGPU: .*swiftshader/i);
  expect(effort.dispatches).toBe(4);
});

test(
  "64 runs of different rates train on base limits, each as it trains alone",
  { timeout: 30_000 },
  async () => {
    const adapter = await navigator.gpu.requestAdapter();
    const device = await adapter!.requestDevice();
    expect(device.limits.maxStorageBufferBindingSize).toBe(2 ** 27);
    expect(device.limits.maxStorageBuffersPerShaderStage).toBe(8);
    const answer = { device, info: adapter!.info, adapterName: "base limits", isSoftware: true };
    const own = { device: () => Promise.resolve<DeviceResult>(answer) };
    const runs = Array.from({ length: 64 }, (_, i) =>
      runOf(i % 2 ? "adam" : "sgd", i, { lr: 0.001 * 1.08 ** i }),
    );
    const { loss } = await (await start({ runs, batch: 32, hidden: [10, 10] }, own)).advance(10);
    for (const place of [0, 31, 63]) {
      const alone = await (
        await start({ runs: [runs[place]!], batch: 32, hidden: [10, 10] }, own)
      ).advance(10);
      expect([...loss.subarray(place * 10, place * 10 + 10)]).toEqual([...alone.loss]);
    }
    expect(new Set(loss.filter((_, i) => i % 10 === 9)).size).toBe(64);
    device.destroy();
  },
);

test("runs beyond what one set of buffers holds are trained in parts, in their places", async () => {
  const runs = Array.from({ length: 67 }, (_, i) =>
    runOf(i % 3 ? "momentum" : "adam", i, { lr: 0.001 * (i + 1) }),
  );
  const parted = await start({ runs });
  expect(parted.effort.dispatches).toBe(8);
  const { loss } = await parted.advance(6);
  for (const place of [0, 63, 64, 66]) {
    const { loss: alone } = await (await start({ runs: [runs[place]!] })).advance(6);
    expect([...loss.subarray(place * 6, place * 6 + 6)]).toEqual([...alone]);
  }
  const { runs: standings } = await parted.standing();
  await parted.stand({ step: 6, runs: standings });
  expect((await parted.standing()).runs[65]).toEqual(standings[65]);
});

test("the same spec gives the same recording to the last bit, in whatever portions it is asked for", async () => {
  const changes = {
    hidden: [40, 12],
    dropout: 0.2,
    steps: 60,
    runs: [runOf("adam", 0), runOf("sgd", 1, { clipNorm: 1 })],
  };
  const whole = await (await start(changes)).advance(61);
  expect(await (await start(changes)).advance(100)).toEqual(whole);
  const execution = await start(changes);
  const batches = [];
  for (const count of [1, 7, 2, 30, 100]) batches.push(await execution.advance(count));
  expect(batches.map(({ first, count }) => [first, count])).toEqual([
    [0, 1],
    [1, 7],
    [8, 2],
    [10, 30],
    [40, 21],
  ]);
  for (const place of [0, 1])
    expect(
      batches.flatMap(({ loss, count }) => [...loss.subarray(place * count, (place + 1) * count)]),
    ).toEqual([...whole.loss.subarray(place * 61, (place + 1) * 61)]);
  expect(batches.flatMap(({ checkpoints }) => checkpoints)).toEqual(whole.checkpoints);
});

test("a run that diverges stops at the first loss beyond the bound; the others go on", async () => {
  const wild = runOf("sgd", 0, { lr: 1e12 });
  const frames = 30;
  const { loss } = await (await start({ runs: [wild, runOf("sgd", 1)] })).advance(frames);
  const [diverged, other] = [loss.subarray(0, frames), loss.subarray(frames)];
  const step = diverged.findIndex((value) => !(Math.abs(value) <= divergenceBound.loss));
  expect(step).toBeGreaterThan(0);
  expect(new Set(diverged.subarray(step)).size).toBe(1);
  expect([...other]).toEqual([...(await (await start({ runs: [runOf("sgd", 0)] })).advance(frames)).loss]);
});

test("a diverged run keeps the iterate it diverged at", async () => {
  const execution = await start({ runs: [runOf("sgd", 0, { lr: 1e12 })] });
  const { loss } = await execution.advance(20);
  expect(Math.abs(loss[19]!) <= divergenceBound.loss).toBe(false);
  const [before] = (await execution.standing()).runs;
  await execution.advance(5);
  expect((await execution.standing()).runs[0]).toEqual(before);
});

test("checkpoints bring the reported iterates of their step, in order, however late they are measured", async () => {
  const runs = [runOf("schedule-free", 0), runOf("momentum", 1)];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const slow: Measurer = {
    measure: (step, parameters) => held.then(() => ({ step, parameters }) as Checkpoint),
    dispose: () => undefined,
  };
  const changes = { runs, steps: 12 };
  const execution = await start(changes, { openMeasurer: () => slow });
  expect((await execution.advance(12)).checkpoints).toEqual([]);
  const last = execution.advance(10);
  release();
  const { checkpoints } = await last;
  const { perEpoch } = createBatches(blots, {
    ...experimentOf(changes).settings,
    size: 8,
    classes: 10,
    seed: 1,
  });
  expect(checkpoints.map(({ step }) => step)).toEqual([...checkpointSteps(12, perEpoch)]);
  const { layers, settings, seed } = experimentOf(changes);
  const size = initialParameters(layers, settings.init, seed).length;
  expect(checkpoints[0]!.parameters.subarray(size)).toEqual(initialParameters(layers, settings.init, seed));
  // What Schedule-Free reports is not theta, where gradients are taken.
  const { runs: standings } = await execution.standing();
  const x = standings[0]!.subarray(3 * size);
  expect(x).toHaveLength(size);
  expect(checkpoints.at(-1)!.parameters.subarray(0, size)).toEqual(x);
  expect(checkpoints.at(-1)!.parameters.subarray(0, size)).not.toEqual(standings[0]!.subarray(0, size));
});

test("a measurer that fails fails the next frames in its words", async () => {
  const measure = () => Promise.reject(new Error("test-00.bin is missing"));
  const execution = await start(
    { steps: 3 },
    { openMeasurer: () => ({ measure, dispose: () => undefined }) },
  );
  await expect(execution.advance(4)).rejects.toThrow("test-00.bin is missing");
});

test("an execution goes on from where another stands, to the last bit", async () => {
  const changes = { dropout: 0.1, steps: 40, runs: [runOf("nadam", 0), runOf("adam", 1, { clipNorm: 1 })] };
  const whole = await (await start(changes)).advance(41);
  const first = await start(changes);
  const begun = await first.advance(17);
  const second = await start(changes);
  second.stand(await first.standing());
  const rest = await second.advance(100);
  expect(rest.first).toBe(17);
  for (const place of [0, 1])
    expect([
      ...begun.loss.subarray(place * 17, (place + 1) * 17),
      ...rest.loss.subarray(place * 24, (place + 1) * 24),
    ]).toEqual([...whole.loss.subarray(place * 41, (place + 1) * 41)]);
  expect([...begun.checkpoints, ...rest.checkpoints]).toEqual(whole.checkpoints);
});

test("moving a slider compiles no shader; another rule does", async () => {
  const compiling = vi.spyOn(GPUDevice.prototype, "createComputePipelineAsync");
  await start({ runs: [runOf("adam", 0)] });
  compiling.mockClear();
  await start({ runs: [runOf("adam", 0, { lr: 0.1 }), runOf("adam", 1, { beta1: 0.5 })], seed: 5, steps: 7 });
  expect(compiling).not.toHaveBeenCalled();
  await start({ runs: [runOf("adam", 0, { l2: 0.1 })] });
  expect(compiling).toHaveBeenCalledTimes(1);
  compiling.mockRestore();
});

test("no buffer is left behind, neither by an execution nor by one that could not begin", async () => {
  const created = vi.spyOn(GPUDevice.prototype, "createBuffer");
  const destroyed = vi.spyOn(GPUBuffer.prototype, "destroy");
  const execution = await start({ steps: 10 });
  await execution.advance(11);
  await execution.standing();
  execution.dispose();
  expect(created.mock.calls.length).toBeGreaterThan(10);
  expect(new Set(destroyed.mock.contexts).size).toBe(created.mock.calls.length);

  const compiling = vi.spyOn(GPUDevice.prototype, "createComputePipelineAsync");
  compiling.mockRejectedValueOnce(new Error("too many registers"));
  await expect(start({ hidden: [11] })).rejects.toThrow("the shader did not compile: too many registers");
  const memory = vi.spyOn(GPUDevice.prototype, "popErrorScope");
  memory.mockResolvedValueOnce({ message: "" });
  await expect(start({})).rejects.toThrow("the GPU has too little memory for these runs");
  expect(new Set(destroyed.mock.contexts).size).toBe(created.mock.calls.length);
  for (const spy of [created, destroyed, compiling, memory]) spy.mockRestore();
});

test("an experiment without runs has frames without losses", async () => {
  const execution = await start({ runs: [] });
  expect(await execution.advance(3)).toMatchObject({ first: 0, count: 3, runs: 0, checkpoints: [] });
});

test("an execution that is disposed of while it trains ends in words", async () => {
  const execution = await start({});
  const frames = execution.advance(50);
  execution.dispose();
  await expect(frames).rejects.toThrow("the execution was disposed of");
});

test("a GPU that is lost says so; the next execution gets a new device", async () => {
  const execution = await start({});
  const result = await theDevice();
  if ("reason" in result) throw new Error(result.reason);
  const frames = execution.advance(50);
  result.device.destroy();
  await expect(frames).rejects.toThrow("the GPU was lost: ");
  expect((await (await start({})).advance(2)).count).toBe(2);
});

async function start(
  changes: Partial<NetworkSpec>,
  needs: Partial<NetworkNeeds> = {},
): Promise<WebgpuNetwork> {
  const execution = await startOnBlots(changes, needs);
  opened.push(execution);
  return execution;
}
