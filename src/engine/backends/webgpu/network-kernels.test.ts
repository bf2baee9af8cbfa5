import { expect, test } from "vitest";
import { networkSpec, runOn } from "../../../experiment/usual-spec";
import { layersOf, parameterCount } from "../../../networks/layers";
import { networks } from "../../../networks/index";
import { optimizers } from "../../../optimizers/index";
import { budgeted, compile, type NetworkExperiment } from "../../compile";
import { layoutOf, placed, unplaced } from "./network-layout";
import { bufferSizes, mostFramesOf, partsOf, type Limits } from "./network-parts";
import { networkProgram } from "./network-program";

/** What every WebGPU device has. */
const base: Limits & { maxStorageBuffersPerShaderStage: number } = {
  maxStorageBufferBindingSize: 2 ** 27,
  maxBufferSize: 2 ** 28,
  maxComputeWorkgroupsPerDimension: 65535,
  maxStorageBuffersPerShaderStage: 8,
};
const shapes = [[], [10, 10], [7], [64, 32], [65], [512, 512, 512, 512]];

test("parameters come back from where they were placed, and nothing lies on anything else", () => {
  for (const hidden of shapes) {
    const layers = layersOf(networks["mnist-mlp"], hidden);
    const layout = layoutOf(layers);
    const flat = Float32Array.from({ length: 2 * parameterCount(layers) }, (_, i) => i + 1);
    const there = placed(layout, flat);
    expect(there).toHaveLength(2 * 4 * layout.size);
    expect(there.filter((value) => value !== 0)).toHaveLength(flat.length);
    expect(unplaced(layout, there).every((value, i) => value === flat[i])).toBe(true);
  }
});

test("no kernel of any network binds more buffers than every device has", () => {
  const all = Object.keys(optimizers).map((id) => ({ id, hyperparameters: {} }));
  const clipped = [{ id: "adam", hyperparameters: { clipNorm: 1, l1: 0.1 } }];
  for (const hidden of shapes)
    for (const runs of [all, clipped])
      for (const { name, bindings } of networkProgram(experimentOf(hidden, runs)).step) {
        const storage = bindings.filter((binding) => binding !== "uniform");
        expect(storage.length, name).toBeLessThanOrEqual(base.maxStorageBuffersPerShaderStage);
      }
});

test("a handful of dispatches make a step: four where the network is narrow, three more for the gradient's norm", () => {
  const names = (hidden: number[], hyperparameters = {}) =>
    networkProgram(experimentOf(hidden, [{ id: "sgd", hyperparameters }])).step.map(({ name }) => name);
  expect(names([10, 10])).toEqual(["layer 1", "tail", "loss", "update"]);
  expect(names([10, 10], { clipNorm: 1 })).toEqual(
    ["layer 1", "tail", "loss", "gradient", "strips", "norm", "update"], // prettier-ignore
  );
  expect(names([300, 100])).toEqual(
    ["layer 1", "layer 2", "layer 3", "softmax", "deltas 2", "deltas 1", "loss", "update"], // prettier-ignore
  );
});

test("64 runs of the reference network are one part on base limits", () => {
  expect(partLengths([10, 10], 64)).toEqual([64]);
});

test("runs whose buffers are too large together are parted, each part within the limits", () => {
  const lengths = partLengths([512, 512, 512, 512], 20);
  expect(lengths.length).toBeGreaterThan(1);
  expect(lengths.reduce((sum, length) => sum + length)).toBe(20);
});

test("a network of which not even one run fits is refused with the numbers", () => {
  const small = { ...base, maxStorageBufferBindingSize: 2 ** 23 };
  expect(() => partLengths([512, 512, 512, 512], 1, small)).toThrow(
    /^the network is too large for this GPU: a run needs \d\d MiB in one piece, of which there are 8 MiB$/,
  );
});

test("a portion's inputs are bounded, and it has a frame at least", () => {
  const most = (batch: number) => mostFramesOf(networkProgram({ ...experimentOf([10], []), batch }));
  expect(most(32)).toBe(256);
  expect(most(1024)).toBe(10);
  for (const batch of [1, 32, 500, 1024])
    expect(
      bufferSizes(networkProgram({ ...experimentOf([10], []), batch }), [], most(batch)).inputs,
    ).toBeLessThan(2 ** 26);
});

function partLengths(hidden: number[], count: number, limits = base): number[] {
  const runs = Array.from({ length: count }, () => ({ id: "adam", hyperparameters: {} }));
  const experiment = experimentOf(hidden, runs);
  const program = networkProgram(experiment);
  const budget = experiment.runs.map((run) => budgeted(run, 10));
  const parts = partsOf(program, budget, limits);
  const sizes = parts.flatMap((part) => Object.values(bufferSizes(program, part, mostFramesOf(program))));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(limits.maxStorageBufferBindingSize);
  return parts.map((part) => part.length);
}

function experimentOf(
  hidden: number[],
  runs: { id: string; hyperparameters: Record<string, number> }[],
): NetworkExperiment {
  const network = networks["mnist-mlp"];
  const spec = {
    ...networkSpec("mnist-mlp"),
    hidden,
    runs: runs.map(({ id, hyperparameters }, i) => {
      const run = runOn(network, id, i + 1);
      return { ...run, hyperparameters: { ...run.hyperparameters, ...hyperparameters } };
    }),
  };
  const experiment = compile(spec);
  if (experiment.kind !== "network") throw new Error("no network");
  return experiment;
}
