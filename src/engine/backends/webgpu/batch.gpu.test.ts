import { expect, test } from "vitest";
import { divergenceBound } from "../../../experiment/recording";
import { runOn, surfaceSpec } from "../../../experiment/usual-spec";
import type { RunSpec, SurfaceSpec } from "../../../experiment/spec";
import { surfaces } from "../../../surfaces/index";
import { compile, type SurfaceExperiment } from "../../compile";
import { walkBatch, type Batch, type Column } from "./batch";
import { theDevice } from "./device";
import { webgpuSurfaces } from "./surface";

test("endings of rules with state, first values and an iterate of their own are the last frames of a recording", async () => {
  for (const id of ["sgd", "adam", "schedule-free", "rprop", "nadam", "adagrad"])
    await expectLastFrames([0.3, 1, 2].map((factor) => changed(id, (lr) => factor * lr)));
});

test("so are those with a schedule, clipped norms, penalties, decay and noise", async () => {
  const runs = [0.5, 1].map((factor): RunSpec => ({
    ...changed("adam", (lr) => factor * lr),
    schedule: { id: "cosine", parameters: {} },
  }));
  for (const modifiers of [{ clipNorm: 0.5 }, { l2: 0.1, decay: 0.01, clip: 2 }])
    await expectLastFrames(
      runs.map((run) => ({ ...run, hyperparameters: { ...run.hyperparameters, ...modifiers } })),
      { noise: 0.1 },
    );
});

test("runs may have values per step of their own, and starts of their own", async () => {
  const betas = [0.5, 0.9].map((beta1): RunSpec => ({
    ...runOn(surfaces.beale, "adam", 1),
    hyperparameters: { lr: 0.02, beta1 },
  }));
  await expectLastFrames(betas);

  const experiment = experimentOn("beale", { runs: [betas[1]!], steps: 60 });
  const starts = { x: [0.5, 1, 1.5], y: [2, -1, 0.25] };
  const { loss, theta } = await endingsOf(experiment, { start: [starts.x, starts.y], runs: 3 });
  for (const i of [0, 1, 2]) {
    const alone = await lastFramesOf({ ...experiment, start: [starts.x[i]!, starts.y[i]!] });
    expect([loss[i], ...theta.subarray(2 * i, 2 * i + 2)]).toEqual([alone.loss[0], ...alone.theta]);
  }
});

test("a run that leaves the bounds of divergence ends there, even where it would come back", async () => {
  const away = experimentOn("ravine", { runs: [changed("sgd", () => 1e3)], steps: 200 });
  const { loss, theta } = await endingsOf(away, {});
  const isInside =
    Math.abs(loss[0]!) <= divergenceBound.loss &&
    theta.every((coordinate) => Math.abs(coordinate) <= divergenceBound.coordinate);
  expect(isInside).toBe(false);
  // It stopped at once: 200 such steps would be beyond float32.
  expect(Number.isFinite(loss[0]!)).toBe(true);

  // Weights are clipped after each step, so that only the start lies outside.
  const run = changed("sgd", () => 0.01);
  const clipped = { ...run, hyperparameters: { ...run.hyperparameters, clipWeights: 1 } };
  const back = experimentOn("ravine", { runs: [clipped], steps: 50 });
  const outside = divergenceBound.coordinate * 2;
  const ending = await endingsOf(back, { start: [[outside, 0.5], 0.25], runs: 2 });
  expect(ending.theta[0]).toBe(outside);
  expect(Math.abs(ending.theta[2]!)).toBeLessThan(0.5);
});

test("many runs over many submits end as few do, with values per step shared or their own", async () => {
  const experiment = experimentOn("rosenbrock", { runs: [changed("adam", () => 0.02)], steps: 300 });
  for (const [name, runs, least, most] of [
    ["lr", 70_000, 0.01, 0.05],
    ["beta1", 4_000, 0.8, 0.95],
  ] as const) {
    const values = Float32Array.from({ length: runs }, (_, run) => least + ((most - least) * run) / runs);
    const many = await endingsOf(experiment, { runs, hyperparameters: { [name]: values } });
    const picked = [0, 1, 63, 64, runs >> 1, runs - 1];
    const few = await endingsOf(experiment, {
      runs: picked.length,
      hyperparameters: { [name]: picked.map((run) => values[run]!) },
    });
    expect(picked.map((run) => many.loss[run])).toEqual([...few.loss]);
    expect(picked.flatMap((run) => [...many.theta.subarray(2 * run, 2 * run + 2)])).toEqual([...few.theta]);
  }
});

test("more runs than a dispatch may hold are refused", async () => {
  const experiment = experimentOn("ravine", { runs: [changed("sgd", (lr) => lr)] });
  await expect(endingsOf(experiment, { runs: 2 ** 30 })).rejects.toThrow(
    "too many runs for one batch: 1073741824",
  );
});

/** The two kernels round alike, but for what a compiler makes of them. */
async function expectLastFrames(runs: readonly RunSpec[], changes: Partial<SurfaceSpec> = {}) {
  const experiment = experimentOn("beale", { ...changes, runs, steps: 60 });
  const endings = await endingsOf(experiment, {});
  const expected = await lastFramesOf(experiment);
  expect(endings.loss).toHaveLength(runs.length);
  expected.loss.forEach((loss, i) => expect(endings.loss[i]).toBeCloseTo(loss, 5));
  expected.theta.forEach((coordinate, i) => expect(endings.theta[i]).toBeCloseTo(coordinate, 5));
}

async function endingsOf(experiment: SurfaceExperiment, changes: Partial<Batch>) {
  const result = await theDevice();
  if ("reason" in result) throw new Error(result.reason);
  const { objective, parameters, start, noise, steps, runs } = experiment;
  const { rule } = runs[0]!;
  const column = (name: string): Column => {
    const values = runs.map(({ hyperparameters }) => hyperparameters[name]!);
    return values.every((value) => value === values[0]) ? values[0]! : values;
  };
  const hyperparameters = Object.fromEntries(rule.hyperparameters.map((name) => [name, column(name)]));
  return walkBatch(result.device, objective, rule, {
    ...{ runs: runs.length, steps, start, parameters, noise },
    ...changes,
    hyperparameters: { ...hyperparameters, ...changes.hyperparameters },
  });
}

async function lastFramesOf(experiment: SurfaceExperiment) {
  const execution = await webgpuSurfaces.prepare(experiment, {
    readFile: () => Promise.reject(new Error("a surface reads no file")),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  const count = experiment.steps + 1;
  const { loss, theta } = await execution.advance(count);
  execution.dispose();
  const lasts = experiment.runs.map((_, run) => run * count + experiment.steps);
  return {
    loss: lasts.map((at) => loss[at]!),
    theta: lasts.flatMap((at) => [...theta!.subarray(2 * at, 2 * at + 2)]),
  };
}

/** A run on Beale's surface with another rate. */
function changed(optimizer: string, rate: (lr: number) => number): RunSpec {
  const run = runOn(surfaces.beale, optimizer, 1);
  return { ...run, hyperparameters: { ...run.hyperparameters, lr: rate(run.hyperparameters.lr ?? 0.01) } };
}

function experimentOn(id: string, changes: Partial<SurfaceSpec>): SurfaceExperiment {
  return compile({ ...surfaceSpec(id), ...changes });
}
