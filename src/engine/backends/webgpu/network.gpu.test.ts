import { afterEach, expect, test, vi } from "vitest";
import type { Checkpoint } from "../../../experiment/frame";
import { divergenceBound } from "../../../experiment/recording";
import type { NetworkSpec, RunSpec } from "../../../experiment/spec";
import { networkSpec, runOn } from "../../../experiment/usual-spec";
import { networks } from "../../../networks/index";
import { activations } from "../../../networks/settings";
import { optimizers } from "../../../optimizers/index";
import { conventionsOf, type Optimizer } from "../../../optimizers/optimizer";
import { schedules } from "../../../schedules/index";
import { budgeted, compile, type NetworkExperiment } from "../../compile";
import { createBatches } from "../../training/batches";
import { checkpointSteps } from "../../training/checkpoint-steps";
import { dropoutMask } from "../../training/dropout";
import { initialParameters } from "../../training/initial-parameters";
import type { Measurer } from "../../training/measurer";
import { pixelScale } from "../../training/pixels";
import { createJsMlp } from "../cpu/mlp-js";
import { blots } from "./blots";
import { theDevice, type DeviceResult } from "./device";
import { webgpuNetworks, type NetworkNeeds, type WebgpuNetwork } from "./network";

const opened: WebgpuNetwork[] = [];
afterEach(() => opened.splice(0).forEach((execution) => execution.dispose()));

test("what runs here is WebGPU on the software adapter, in four dispatches a step", async () => {
  const { computedBy, effort } = await start({});
  expect(computedBy).toMatchObject({ backend: "webgpu", precision: "float32" });
  expect(computedBy.adapter).toMatch(/^WebGPU: .*swiftshader/i);
  expect(effort.dispatches).toBe(4);
});

test("fifty steps of the reference network have the losses of float64, within 1e-4", async () => {
  const ids = ["sgd", "momentum", "nesterov", "adam", "rmsprop"];
  await expectOracle({ hidden: [10, 10], batch: 32, runs: ids.map((id, i) => run(id, i)) }, 50, 1e-4);
});

test("every rule in every convention trains as in float64", async () => {
  const rules = Object.entries<Optimizer>(optimizers).flatMap(([id, optimizer]) =>
    conventionsOf(optimizer).map((convention) => ({ id, convention })),
  );
  const runs = rules.map(({ id, convention }, i) => runOn(networks["mnist-mlp"], id, i + 1, convention));
  await expectOracle({ runs }, 20, 1e-4);
});

test.each(activations.map((activation) => ({ activation })))(
  "$activation has its slope in float64, at any depth, narrow and wide",
  async ({ activation }) => {
    for (const hidden of [[], [7], [12, 9], [40, 6], [5, 40, 33, 6]])
      await expectOracle(
        { activation, hidden, batch: 9, runs: [run("momentum", 0), run("adam", 1)] },
        20,
        1e-4,
      );
  },
);

test("dropout leaves out the units the hash says, in narrow and in wide networks", async () => {
  for (const activation of activations)
    for (const hidden of [
      [12, 9],
      [40, 34],
    ])
      await expectOracle(
        { activation, hidden, dropout: 0.4, batch: 10, runs: [run("sgd", 0), run("adam", 1)] },
        12,
        1e-4,
      );
});

test("standardised and augmented pixels are those of float64", async () => {
  await expectOracle(
    { standardise: true, shift: 2, rotate: 10, labelNoise: 0.2, runs: [run("sgd", 0, { lr: 0.01 })] },
    20,
    1e-4,
  );
});

test("with every modifier and each schedule around them, rules train as in float64", async () => {
  const around = { l1: 1e-4, l2: 1e-3, clipNorm: 0.5, clip: 0.1, decay: 0.01, clipWeights: 0.09 };
  const runs = Object.keys(schedules).map((id, i): RunSpec => {
    const plain = run(i % 2 ? "momentum" : "adam", i, around);
    return {
      ...plain,
      schedule: { id, parameters: id === "plateau" ? { patience: 2, threshold: 0.2 } : {} },
    };
  });
  const execution = await expectOracle({ runs, steps: 30 }, 30, 1e-4);
  expect(execution.effort.dispatches).toBe(7);
  // A wide one, whose gradient has many strips.
  await expectOracle(
    { hidden: [64, 48], runs: [run("sgd", 0, { clipNorm: 0.3, l2: 0.01 }), run("sgd", 1)] },
    15,
    1e-4,
  );
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
      run(i % 2 ? "adam" : "sgd", i, { lr: 0.001 * 1.08 ** i }),
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
    run(i % 3 ? "momentum" : "adam", i, { lr: 0.001 * (i + 1) }),
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
    runs: [run("adam", 0), run("sgd", 1, { clipNorm: 1 })],
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
  const wild = run("sgd", 0, { lr: 1e12 });
  const frames = 30;
  const { loss } = await (await start({ runs: [wild, run("sgd", 1)] })).advance(frames);
  const [diverged, other] = [loss.subarray(0, frames), loss.subarray(frames)];
  const step = diverged.findIndex((value) => !(Math.abs(value) <= divergenceBound.loss));
  expect(step).toBeGreaterThan(0);
  expect(new Set(diverged.subarray(step)).size).toBe(1);
  expect([...other]).toEqual([...(await (await start({ runs: [run("sgd", 0)] })).advance(frames)).loss]);
});

test("a diverged run keeps the iterate it diverged at", async () => {
  const execution = await start({ runs: [run("sgd", 0, { lr: 1e12 })] });
  const { loss } = await execution.advance(20);
  expect(Math.abs(loss[19]!) <= divergenceBound.loss).toBe(false);
  const [before] = (await execution.standing()).runs;
  await execution.advance(5);
  expect((await execution.standing()).runs[0]).toEqual(before);
});

test("checkpoints bring the reported iterates of their step, in order, however late they are measured", async () => {
  const runs = [run("schedule-free", 0), run("momentum", 1)];
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
  const { perEpoch } = createBatches(data, {
    ...experimentOf(changes).settings,
    size: 8,
    classes: 10,
    seed: 1,
  });
  expect(checkpoints.map(({ step }) => step)).toEqual(
    [...checkpointSteps(12, perEpoch)].sort((a, b) => a - b),
  );
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
  const changes = { dropout: 0.1, steps: 40, runs: [run("nadam", 0), run("adam", 1, { clipNorm: 1 })] };
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
  await start({ runs: [run("adam", 0)] });
  compiling.mockClear();
  await start({ runs: [run("adam", 0, { lr: 0.1 }), run("adam", 1, { beta1: 0.5 })], seed: 5, steps: 7 });
  expect(compiling).not.toHaveBeenCalled();
  await start({ runs: [run("adam", 0, { l2: 0.1 })] });
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

function run(id: string, index: number, hyperparameters: Record<string, number> = {}): RunSpec {
  const plain = runOn(networks["mnist-mlp"], id, index + 1);
  return { ...plain, hyperparameters: { ...plain.hyperparameters, ...hyperparameters } };
}

const specOf = (changes: Partial<NetworkSpec>): NetworkSpec => ({
  ...networkSpec("mnist-mlp"),
  batch: 8,
  runs: [run("momentum", 0), run("adam", 1)],
  ...changes,
});

function experimentOf(changes: Partial<NetworkSpec>): NetworkExperiment {
  const experiment = compile(specOf(changes));
  if (experiment.kind !== "network") throw new Error("no network");
  return experiment;
}

async function start(
  changes: Partial<NetworkSpec>,
  needs: Partial<NetworkNeeds> = {},
): Promise<WebgpuNetwork> {
  const execution = await webgpuNetworks({
    openMeasurer: () => named,
    open: () => Promise.resolve(data),
    ...needs,
  }).prepare(experimentOf(changes), {
    readFile: () => Promise.reject(new Error("no files")),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  opened.push(execution);
  return execution;
}

/** Losses [runs, frames] in float64 JavaScript. */
async function oracle(changes: Partial<NetworkSpec>, frames: number): Promise<Float64Array> {
  const { layers, settings, batch: size, seed, runs, stepLimit = Infinity, epochs } = experimentOf(changes);
  const batches = createBatches(data, { ...settings, size, classes: 10, seed });
  const steps = Math.min(stepLimit, epochs * batches.perEpoch);
  const mlp = createJsMlp(
    { layers, activation: settings.activation, pixels: pixelScale(settings.standardise), capacity: size },
    runs.map((run) => budgeted(run, steps)),
  );
  const parameters = initialParameters(layers, settings.init, seed);
  runs.forEach((_, run) => mlp.stand(run, parameters));
  const losses = new Float64Array(runs.length * frames);
  for (let k = 0; k < frames; k++) {
    const { images, labels } = await batches.at(k);
    const masks = layers
      .slice(0, -1)
      .map(({ units }, layer) => dropoutMask({ share: settings.dropout, seed }, k, layer, size, units));
    mlp.load({ inputs: images, labels, count: size, ...(settings.dropout > 0 && { masks }) });
    runs.forEach((_, run) => {
      const loss = mlp.forward(run);
      losses[run * frames + k] = loss;
      mlp.backward(run);
      mlp.update(run, k + 1, loss);
    });
  }
  return losses;
}

async function expectOracle(
  changes: Partial<NetworkSpec>,
  frames: number,
  tolerance: number,
): Promise<WebgpuNetwork> {
  const execution = await start(changes);
  const { loss } = await execution.advance(frames);
  const expected = await oracle(changes, frames);
  expect(loss).toHaveLength(expected.length);
  const errors = loss.map((value, i) => Math.abs(value - expected[i]!));
  const worst = errors.reduce(
    (most, error, i) => (error > errors[most]! || Number.isNaN(error) ? i : most),
    0,
  );
  const { optimizer } = specOf(changes).runs[Math.floor(worst / frames)]!;
  const place = `${JSON.stringify(changes.hidden)} ${optimizer}, frame ${worst % frames}: ${loss[worst]} for ${expected[worst]}`;
  expect(errors[worst], place).toBeLessThan(tolerance);
  return execution;
}

const data = blots();

/** Measures nothing but what it was handed. */
const named: Measurer = {
  measure: (step, parameters) => Promise.resolve({ step, parameters } as Checkpoint),
  dispose: () => undefined,
};
