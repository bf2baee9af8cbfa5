import { expect, test, vi } from "vitest";
import { toClosure } from "../../../formula/emit/evaluate";
import type { FrameBatch } from "../../../experiment/frame";
import { runOn, surfaceSpec } from "../../../experiment/usual-spec";
import { type RunSpec, type SurfaceSpec } from "../../../experiment/spec";
import { optimizers } from "../../../optimizers/index";
import { conventionsOf, type Optimizer } from "../../../optimizers/optimizer";
import { schedules } from "../../../schedules/index";
import { resolveSurface, surfaces } from "../../../surfaces/index";
import type { Surface } from "../../../surfaces/surface";
import { compile, compileObjective, type SurfaceExperiment } from "../../compile";
import { compileRule } from "../../../experiment/rule";
import { composed } from "../../../experiment/composed-rule";
import { disturbances, disturbanceSize } from "../../disturbance";
import { executeSurface } from "../cpu/surface";
import { constantsOf } from "../per-step";
import { theDevice } from "./device";
import { webgpuSurfaces } from "./surface";
import { surfaceKernel } from "./surface-kernel";

const rules = Object.entries<Optimizer>(optimizers).flatMap(([id, optimizer]) =>
  conventionsOf(optimizer).map((convention) => ({ id, convention })),
);
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
  expect(compiled).toBe(rules.length * listed.length);
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

test(
  "a recording is the one of the CPU: to 5e-5 for 20 steps, to 2e-3 for 100, as far as float32 can follow",
  { timeout: 90_000 },
  async () => {
    const steps = 100;
    let [compared, followed] = [0, 0];
    const short: string[] = [];
    for (const [id, surface] of listed) {
      const experiment = experimentOn(id, { runs: allRuns(id), steps });
      const batch = await (await prepare(experiment)).advance(steps + 1);
      const expected = executeSurface(experiment).walk(steps + 1);
      expect(batch.runs).toBe(rules.length);
      rules.forEach(({ id: rule, convention }, run) => {
        const [ours, theirs] = [batch, expected].map((frames) => runOf(frames, run));
        const name = `${rule}@${convention} on ${id}`;
        const alone = { ...experiment, runs: [experiment.runs[run]!] };
        // A mini-batch's gradient is not the surface's, so that it tells nothing of rounding.
        const error = experiment.noise ? 0 : gradientError(ours!, alone);
        expect(error, name).toBeLessThan(1e-4);
        const rounding = Math.max(3e-7, error / 2);
        const compareWithin = (tolerance: number, most: number) => {
          const horizon = Math.min(
            most,
            predictable(tolerance / 2, rounding, alone, theirs!, surface.domain),
          );
          expect(comparison(ours!, theirs!, surface.domain, horizon), name).toBeLessThan(tolerance);
          return horizon;
        };
        compareWithin(5e-5, 20);
        const horizon = compareWithin(2e-3, steps);
        compared++;
        followed += horizon;
        if (horizon < steps) short.push(`${name}: ${horizon}`);
      });
    }
    console.log(`${compared} pairs of rule and surface; chaotic after so many steps: ${short.join(", ")}`);
    expect(compared).toBe(rules.length * listed.length);
    expect(followed).toBeGreaterThan(0.95 * compared * steps);
  },
);

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

test("with every modifier and each schedule around them, rules walk as on the CPU", async () => {
  const around = { clip: 3, clipNorm: 4, l1: 0.01, l2: 0.02, decay: 0.03, clipWeights: 5 };
  const runs = Object.keys(schedules).flatMap((id) =>
    ["momentum", "adam"].map((optimizer, i): RunSpec => {
      const plain = runOn(surfaces.ravine, optimizer, i + 1);
      const hyperparameters = { ...plain.hyperparameters, ...around };
      return { ...plain, hyperparameters, schedule: { id, parameters: {} } };
    }),
  );
  const experiment = experimentOn("ravine", { runs, noise: 0.1, steps: 60 });
  const batch = await (await prepare(experiment)).advance(61);
  const expected = executeSurface(experiment).walk(61);
  expect(comparison(batch, expected, surfaces.ravine.domain, 60)).toBeLessThan(5e-5);
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

test("too little memory, and a kernel that is refused, are told as faults of the GPU", async () => {
  const memory = vi.spyOn(GPUDevice.prototype, "popErrorScope");
  const made = vi.spyOn(GPUDevice.prototype, "createBuffer");
  const destroyed = vi.spyOn(GPUBuffer.prototype, "destroy");
  memory.mockResolvedValueOnce(new GPUOutOfMemoryError("none left"));
  await expect(prepare(experimentOn("ravine", {}))).rejects.toMatchObject({ kind: "gpu-memory" });
  // None is left behind.
  expect(made).toHaveBeenCalled();
  expect(destroyed).toHaveBeenCalledTimes(made.mock.calls.length);
  const execution = await prepare(experimentOn("ravine", {}));
  memory.mockResolvedValueOnce(new GPUOutOfMemoryError("none left"));
  await expect(execution.advance(5)).rejects.toMatchObject({ kind: "gpu-memory" });
  made.mockImplementationOnce(() => {
    throw new RangeError("createBuffer failed");
  });
  await expect(execution.advance(5)).rejects.toMatchObject({ kind: "gpu-memory" });
  expect((await execution.advance(5)).count).toBe(5);

  const compiling = vi.spyOn(GPUDevice.prototype, "createComputePipelineAsync");
  compiling.mockRejectedValueOnce(new Error("too long"));
  await expect(prepare(experimentOn("booth", { runs: allRuns("booth").slice(0, 1) }))).rejects.toMatchObject({
    kind: "gpu-refused",
    message: "the shader did not compile: too long",
  });
  for (const spy of [memory, made, destroyed, compiling]) spy.mockRestore();
});

const allRuns = (id: string): RunSpec[] =>
  rules.map(({ id: rule, convention }, i) => runOn(resolveSurface(id), rule, i + 1, convention));

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

/** The frames of one run alone. */
const runOf = (batch: FrameBatch, run: number): FrameBatch => ({
  ...batch,
  runs: 1,
  loss: batch.loss.subarray(run * batch.count, (run + 1) * batch.count),
  theta: batch.theta!.subarray(2 * run * batch.count, 2 * (run + 1) * batch.count),
  gradient: batch.gradient!.subarray(2 * run * batch.count, 2 * (run + 1) * batch.count),
});

/**
 * The last step up to which a run can be followed in float32: where gradients that differ by no more than rounding lead apart by
 * more than this share of the window's half width, the path is chaotic, as RMSprop's is near a minimum at a constant rate.
 */
function predictable(
  share: number,
  rounding: number,
  experiment: SurfaceExperiment,
  exact: FrameBatch,
  { x, y }: Surface["domain"],
): number {
  const [right, up] = [x, y].map(([from, to]) => (share * (to - from)) / 2);
  const { steps } = experiment;
  const largestLoss = Math.max(...exact.loss.map(Math.abs));
  const horizons = [1, 2].map((seed) => {
    const noise = disturbances({ noise: rounding, seed, steps })!;
    // Relative to the largest gradient of that coordinate so far: what is exactly zero is so in float32, too.
    for (const c of [0, 1])
      for (let k = 0, largest = 0; k <= steps; k++) {
        largest = Math.max(largest, Math.abs(exact.gradient![2 * k + c]!));
        noise[disturbanceSize * k + c]! *= largest;
      }
    experiment.noise?.forEach((value, i) => (noise[i]! += value));
    const { theta, loss } = executeSurface({ ...experiment, noise }).walk(steps + 1);
    for (let k = 0; k <= steps; k++) {
      const [dx, dy] = [0, 1].map((c) => Math.abs(theta![2 * k + c]! - exact.theta![2 * k + c]!));
      const rise = Math.abs(loss[k]! - exact.loss[k]!);
      if (!(dx! < right! && dy! < up! && rise < share * largestLoss)) return Math.max(0, k - 1);
    }
    return steps;
  });
  return Math.min(...horizons);
}

/** Largest difference of recorded gradients from float64 ones at the very positions recorded, relative to the run's largest. */
function gradientError(batch: FrameBatch, { objective, parameters, runs }: SurfaceExperiment): number {
  const given = { ...parameters, ...constantsOf(objective, parameters) };
  const slopes = objective.gradient.map((slope) => toClosure(slope, ["x", "y", ...Object.keys(given)]));
  let error = 0;
  for (let run = 0; run < batch.runs; run++) {
    // What reports another point than the one it takes gradients at tells nothing of that point.
    if (runs[run]!.rule.reports !== "theta") continue;
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
