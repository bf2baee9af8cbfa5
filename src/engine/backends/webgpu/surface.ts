import type { FrameBatch } from "../../../experiment/frame";
import type { SurfaceExperiment } from "../../compile";
import type { Backend, Execution } from "../backend";
import { disturbanceSize } from "../../disturbance";
import { firstState } from "../first-state";
import { constantsOf } from "../per-step";
import { groupByRule, type RuleGroup } from "../rule-groups";
import { upload, uploadIntegers } from "./buffers";
import { theDevice, unlessLost, type DeviceResult } from "./device";
import { withinMemory, type Memory } from "./enough-memory";
import { perStepTable } from "./per-step-table";
import { bind, pipelineOf } from "./pipeline";
import { frameSize, surfaceBindings, surfaceKernel, workgroupSize } from "./surface-kernel";

/** Surfaces in our own WGSL: an advance is one dispatch per distinct rule, however many frames it has. */
export const webgpuSurfaces: Backend = {
  name: "webgpu",
  async prepare(experiment, { signal }) {
    if (experiment.kind !== "surface") throw new Error("the webgpu backend computes surfaces only");
    const result = await theDevice();
    if ("reason" in result) throw new Error(result.reason);
    signal.throwIfAborted();
    const { device } = result;
    const groups = groupByRule(experiment.runs);
    const pipelines = await Promise.all(
      groups.map(({ rule }) =>
        pipelineOf(device, surfaceKernel(experiment.objective, rule), "_walk", surfaceBindings),
      ),
    );
    // Buffers come after all that can fail, so that none is left behind.
    signal.throwIfAborted();
    const begun = await withinMemory(device, (memory) =>
      groups.map((group, i) => ({ ...begin(memory, experiment, group), pipeline: pipelines[i]! })),
    );
    return execute(result, experiment, begun);
  },
};

type Begun = RuleGroup & {
  readonly pipeline: GPUComputePipeline;
  readonly constants: GPUBuffer;
  readonly hyperparameters: GPUBuffer;
  /** Where each run stands and what its rule remembers: shape [runs, 2, 1 + rule.state.length]. */
  readonly slots: GPUBuffer;
};

function begin(memory: Memory, experiment: SurfaceExperiment, group: RuleGroup): Omit<Begun, "pipeline"> {
  const { objective, parameters, start } = experiment;
  const { rule } = group;
  const constants = constantsOf(objective, parameters);
  return {
    ...group,
    constants: upload(memory, [
      ...objective.parameters.map((name) => parameters[name]!),
      ...objective.constants.map(({ target }) => constants[target]!),
    ]),
    hyperparameters: upload(
      memory,
      group.runs.flatMap((run) => rule.hyperparameters.map((name) => run.hyperparameters[name]!)),
    ),
    slots: upload(
      memory,
      group.runs.flatMap(({ hyperparameters }) =>
        start.flatMap((theta) => [theta, ...firstState(rule, hyperparameters, theta)]),
      ),
    ),
  };
}

function execute(
  { device, adapterName }: Extract<DeviceResult, { device: GPUDevice }>,
  experiment: SurfaceExperiment,
  groups: readonly Begun[],
): Execution {
  const { steps, noise, runs } = experiment;
  let first = 0;

  async function advance(wanted: number): Promise<FrameBatch> {
    const count = Math.min(wanted, steps + 1 - first);
    const size = runs.length * count * frameSize * 4;
    const { frames, readable, noiseOfWindow, tables } = await withinMemory(device, (memory) => {
      let firstRun = 0;
      return {
        frames: memory.createBuffer({ size, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC }),
        readable: memory.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ }),
        noiseOfWindow: upload(
          memory,
          noise?.subarray(disturbanceSize * first, disturbanceSize * (first + count)) ??
            new Float64Array(disturbanceSize * count),
        ),
        tables: groups.map(({ rule, runs }) => {
          const rows = runs.map((run) => run.hyperparameters);
          const window = uploadIntegers(memory, [first, count, steps, firstRun, rows.length]);
          firstRun += rows.length;
          return { window, perStep: upload(memory, perStepTable(rule, rows, first + 1, count)) };
        }),
      };
    });
    const transient = [frames, readable, noiseOfWindow, ...tables.flatMap((table) => Object.values(table))];
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    groups.forEach((group, i) => {
      const { pipeline, constants, hyperparameters, slots } = group;
      const { window, perStep } = tables[i]!;
      pass.setPipeline(pipeline);
      pass.setBindGroup(
        0,
        bind(
          device,
          [window, constants, hyperparameters, perStep, noiseOfWindow, slots, frames],
          surfaceBindings,
        ),
      );
      pass.dispatchWorkgroups(Math.ceil(group.runs.length / workgroupSize));
    });
    pass.end();
    encoder.copyBufferToBuffer(frames, 0, readable, 0, size);
    device.queue.submit([encoder.finish()]);
    try {
      await unlessLost(device, readable.mapAsync(GPUMapMode.READ));
      const batch = batchOf(new Float32Array(readable.getMappedRange()), first, count);
      first += count;
      return batch;
    } finally {
      for (const buffer of transient) buffer.destroy();
    }
  }

  /** Sorts the kernel's frames, which lie group by group, into the experiment's order of runs. */
  function batchOf(frames: Float32Array, first: number, count: number): FrameBatch {
    const loss = new Float64Array(runs.length * count);
    const theta = new Float64Array(runs.length * count * 2);
    const gradient = new Float64Array(runs.length * count * 2);
    groups
      .flatMap(({ places }) => places)
      .forEach((place, row) => {
        for (let k = 0; k < count; k++) {
          const [from, to] = [(row * count + k) * frameSize, place * count + k];
          loss[to] = frames[from]!;
          theta.set(frames.subarray(from + 1, from + 3), 2 * to);
          gradient.set(frames.subarray(from + 3, from + 5), 2 * to);
        }
      });
    return { first, count, runs: runs.length, loss, theta, gradient, checkpoints: [] };
  }

  return {
    computedBy: { backend: "webgpu", adapter: `WebGPU: ${adapterName}`, precision: "float32" },
    steps,
    advance,
    dispose() {
      for (const { constants, hyperparameters, slots } of groups)
        for (const buffer of [constants, hyperparameters, slots]) buffer.destroy();
    },
  };
}
