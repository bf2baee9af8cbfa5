import { expect, test, vi } from "vitest";
import { toClosure } from "../../../formula/emit/evaluate";
import type { FrameBatch } from "../../../experiment/frame";
import { runOn, surfaceSpec } from "../../../experiment/usual-spec";
import { type RunSpec, type SurfaceSpec } from "../../../experiment/spec";
import { optimizers } from "../../../optimizers/index";
import { surfaces } from "../../../surfaces/index";
import type { Surface } from "../../../surfaces/surface";
import { compile, compileObjective, type SurfaceExperiment } from "../../compile";
import { compileRule } from "../../../experiment/rule";
import { composed } from "../../../experiment/composed-rule";
import { executeSurface } from "../cpu/surface";
import { constantsOf } from "../per-step";
import { theDevice } from "./device";
import { webgpuSurfaces } from "./surface";
import { surfaceKernel } from "./surface-kernel";

const optimizerIds = Object.keys(optimizers);
const listed: [id: string, surface: Surface][] = Object.entries(surfaces);

test("what runs here is WebGPU on the software adapter", async () => {
  const result = await theDevice();
  if ("reason" in result) throw new Error(result.reason);
  expect(result.isSoftware).toBe(true);
  const { computedBy } = await prepare(experimentOn("ravine", {}));
  expect(computedBy).toEqual({
    backend: "webgpu",
    adapter: `WebGPU: ${result.adapterName}`,
    precision: "float32",
  });
  expect(computedBy.adapter).toMatch(/swiftshader/i);
});

test("every rule on every surface is a valid shader", async () => {
  const result = await theDevice();
  if ("reason" in result) throw new Error(result.reason);
  let compiled = 0;
  for (const { rule } of experimentOn("ravine", { runs: allRuns("ravine") }).runs)
    for (const [id] of listed) {
      const code = surfaceKernel(experimentOn(id, {}).objective, rule);
      const { messages } = await result.device.createShaderModule({ code }).getCompilationInfo();
      expect(messages.map(({ message }) => message)).toEqual([]);
      compiled++;
    }
  expect(compiled).toBe(optimizerIds.length * listed.length);
  expect(compiled).toBeGreaterThan(0);
});

test("formulas a visitor may type are valid shaders, whatever their names", async () => {
  const odd = {
    ...experimentOn("ravine", { start: [1.5, 0.5] }),
    objective: compileObjective("k * x^-3 + 2^y + abs(x)^y + max(x, 1) + step(y) + mat", ["k", "mat"]),
    parameters: { k: 2, mat: 1 },
    runs: [
      "theta = theta - g",
      "walk = frame * 0.5\ntheta = theta - walk * sign(g) * min(window2 + t, at + g^2 / t)",
      "position = position + 0.01 * g\ntheta = theta - position",
    ].map((text) => ({
      rule: compileRule(composed({ update: text })),
      hyperparameters: { frame: 0.1, window2: 0.2, at: 0.3 },
    })),
  };
  const batch = await (await prepare(odd)).advance(3);
  expect(comparison(batch, executeSurface(odd).walk(3), surfaces.ravine.domain, 3)).toBeLessThan(1e-4);
});

test("a recording is the one of the CPU: to 5e-5 for 20 steps, to 2e-3 for 100", async () => {
  let compared = 0;
  for (const [id, surface] of listed) {
    const experiment = experimentOn(id, { runs: allRuns(id), steps: 100 });
    const batch = await (await prepare(experiment)).advance(101);
    const expected = executeSurface(experiment).walk(101);
    expect(batch.runs).toBe(optimizerIds.length);
    expect(comparison(batch, expected, surface.domain, 20), id).toBeLessThan(5e-5);
    expect(comparison(batch, expected, surface.domain, 100), id).toBeLessThan(2e-3);
    expect(gradientError(batch, experiment), id).toBeLessThan(1e-5);
    compared += batch.runs;
  }
  expect(compared).toBe(optimizerIds.length * listed.length);
  expect(compared).toBeGreaterThan(0);
});

test("runs that share a rule keep their places, noise and parameters are those of the CPU, portions do not matter", async () => {
  const surface = surfaces.ravine;
  const runs = ["momentum", "adam", "momentum", "sgd", "adam"].map((id, i) => {
    const run = runOn(surface, id, i + 1);
    return i < 2 ? run : { ...run, hyperparameters: { ...run.hyperparameters, lr: 0.003 * (i + 1) } };
  });
  const parameters = Object.fromEntries(
    Object.keys(surface.parameters ?? {}).map((name, i) => [name, 20 + 10 * i]),
  );
  const experiment = experimentOn("ravine", { runs, parameters, noise: 0.5, steps: 30 });
  const execution = await prepare(experiment);
  const oracle = executeSurface(experiment);
  for (const count of [1, 7, 100]) {
    const batch = await execution.advance(count);
    const expected = oracle.walk(count);
    expect([batch.first, batch.count]).toEqual([expected.first, expected.count]);
    expect(comparison(batch, expected, surface.domain, 100)).toBeLessThan(5e-5);
  }
  execution.dispose();
});

test("moving a slider compiles no shader; another formula does", async () => {
  const compile = vi.spyOn(GPUDevice.prototype, "createComputePipelineAsync");
  await (await prepare(experimentOn("ravine", {}))).advance(2);
  compile.mockClear();
  const surface = surfaces.ravine;
  for (const lr of [0.001, 0.01]) {
    const runs = ["momentum", "rmsprop"].map((id, i): RunSpec => ({
      ...runOn(surface, id, i + 1),
      hyperparameters: { lr },
    }));
    const parameters = Object.fromEntries(
      Object.keys(surface.parameters ?? {}).map((name) => [name, 1000 * lr]),
    );
    await (await prepare(experimentOn("ravine", { runs, parameters, noise: lr, start: [1, lr] }))).advance(2);
  }
  expect(compile).not.toHaveBeenCalled();
  const { objective } = experimentOn("ravine", {});
  const other = compileObjective(`${objective.text} + 0`, objective.parameters);
  await prepare({ ...experimentOn("ravine", {}), objective: other });
  expect(compile).toHaveBeenCalled();
  compile.mockRestore();
});

test("an experiment without runs has frames without points; one that diverges stays in the data", async () => {
  expect(await (await prepare(experimentOn("ravine", { runs: [] }))).advance(4)).toMatchObject({
    count: 4,
    runs: 0,
  });
  const runs = [
    { ...runOn(surfaces.ravine, "sgd", 1), hyperparameters: { lr: 1e6 } },
    runOn(surfaces.ravine, "sgd", 2),
  ];
  const { loss } = await (await prepare(experimentOn("ravine", { runs, steps: 50 }))).advance(51);
  expect(Math.abs(loss[50]!) <= 1e20).toBe(false);
  expect(loss[101]!).toBeLessThan(loss[51]!);
});

test("an execution whose GPU is lost says so; the next one gets a new device", async () => {
  const execution = await prepare(experimentOn("ravine", {}));
  const result = await theDevice();
  if ("reason" in result) throw new Error(result.reason);
  const frames = execution.advance(5);
  result.device.destroy();
  await expect(frames).rejects.toThrow("the GPU was lost: ");
  expect((await (await prepare(experimentOn("ravine", {}))).advance(5)).count).toBe(5);
});

const allRuns = (id: string): RunSpec[] =>
  optimizerIds.map((optimizer, i) => runOn(surfaces[id as keyof typeof surfaces], optimizer, i + 1));

function experimentOn(id: string, changes: Partial<SurfaceSpec>): SurfaceExperiment {
  const experiment = compile({ ...surfaceSpec(id), ...changes });
  if (experiment.kind !== "surface") throw new Error(`${id} is no surface`);
  return experiment;
}

const prepare = (experiment: SurfaceExperiment) =>
  webgpuSurfaces.prepare(experiment, {
    readFile: () => Promise.reject(new Error("a surface reads no file")),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });

/**
 * Largest difference of positions and losses up to a step, relative to the window's half width and to the run's largest
 * loss: float32 resolves a share of what is subtracted, so that nothing smaller can be asked of it near a minimum.
 */
function comparison(
  batch: FrameBatch,
  expected: FrameBatch,
  domain: Surface["domain"],
  steps: number,
): number {
  const half = [domain.x, domain.y].map(([from, to]) => (to - from) / 2);
  expect(batch.loss).toHaveLength(expected.loss.length);
  expect(batch.theta).toHaveLength(expected.theta!.length);
  const differences: number[] = [];
  for (let run = 0; run < batch.runs; run++) {
    const [from, to] = [run * batch.count, (run + 1) * batch.count];
    const largestLoss = Math.max(...expected.loss.subarray(from, to).map(Math.abs));
    for (let k = from; k < to && k <= from + steps; k++) {
      differences.push(Math.abs(batch.loss[k]! - expected.loss[k]!) / largestLoss);
      for (const c of [0, 1])
        differences.push(Math.abs(batch.theta![2 * k + c]! - expected.theta![2 * k + c]!) / half[c]!);
    }
  }
  expect(differences.length).toBeGreaterThan(0);
  return Math.max(...differences);
}

/** Largest difference of recorded gradients from float64 ones at the very positions recorded, relative to the run's largest. */
function gradientError(batch: FrameBatch, { objective, parameters }: SurfaceExperiment): number {
  const given = { ...parameters, ...constantsOf(objective, parameters) };
  const slopes = objective.gradient.map((slope) => toClosure(slope, ["x", "y", ...Object.keys(given)]));
  let error = 0;
  for (let run = 0; run < batch.runs; run++) {
    const of = (array: Float64Array) => array.subarray(2 * run * batch.count, 2 * (run + 1) * batch.count);
    const [theta, gradient] = [of(batch.theta!), of(batch.gradient!)];
    const largest = Math.max(...gradient.map(Math.abs));
    gradient.forEach((value, i) => {
      const k = i - (i % 2);
      const expected = slopes[i % 2]!([theta[k]!, theta[k + 1]!, ...Object.values(given)]);
      error = Math.max(error, Math.abs(value - expected) / largest);
    });
  }
  return error;
}
