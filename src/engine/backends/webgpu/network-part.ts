import type { CompiledRun } from "../../compile";
import { perStepOf } from "../per-step";
import { unlessLost } from "./device";
import type { FeedBuffer } from "./network-feed";
import { logHead, mostRuns, type BufferName, type NetworkKernel } from "./network-kernel";
import { placed, unplaced } from "./network-layout";
import { bufferSizes, slotsOf } from "./network-parts";
import type { NetworkProgram } from "./network-program";
import { bind } from "./pipeline";

/** A kernel's pipeline. */
export type Compiled = { readonly kernel: NetworkKernel; readonly pipeline: GPUComputePipeline };

/** Some of the runs on the GPU, in buffers of their own. */
export type Part = {
  readonly runs: readonly CompiledRun[];
  /** Puts a run at theta and state, flat, shape [1 + state, parameters]. */
  stand(run: number, standing: Float32Array): void;
  /** theta and state of each run. */
  standing(): Promise<Float32Array<ArrayBuffer>[]>;
  /** Tells the next portion's first frame and the numbers of its steps. */
  begin(first: number, frames: number): void;
  /** The commands of one step. */
  encodeStep(pass: GPUComputePassEncoder): void;
  /** Copies the losses of so many frames, shape [frames, runs]. */
  copyLosses(encoder: GPUCommandEncoder, target: GPUBuffer, at: number, frames: number): void;
  /** Copies the iterates as their rules report them, placed: shape [runs, layout.size * 4]. */
  copyReported(encoder: GPUCommandEncoder, target: GPUBuffer, at: number): void;
};

/** What the parts of a training have in common. */
export type Common = {
  readonly device: GPUDevice;
  readonly program: NetworkProgram;
  readonly step: readonly Compiled[];
  /** Makes a buffer of which somebody else sees to the end. */
  readonly create: (size: number, usage: GPUBufferUsageFlags) => GPUBuffer;
  readonly feed: Readonly<Record<FeedBuffer, GPUBuffer>>;
  /** Frames of a portion at most. */
  readonly frames: number;
  /** Index of the experiment's last frame. */
  readonly last: number;
};

/** Makes a part's buffers; its runs stand nowhere yet. */
export function createPart(common: Common, runs: readonly CompiledRun[]): Part {
  const { device, program, frames } = common;
  const { shape, set } = program;
  const { layout } = shape;
  const { queue } = device;
  const sizes = bufferSizes(program, runs, frames);
  const places = slotsOf(program, runs);
  const storage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
  const create = (name: Exclude<BufferName, FeedBuffer>) => common.create(sizes[name], storage);
  const buffers: Readonly<Record<BufferName, GPUBuffer>> = {
    ...common.feed,
    slots: create("slots"),
    outputs: create("outputs"),
    deltas: create("deltas"),
    log: create("log"),
    hyperparameters: create("hyperparameters"),
    perStep: create("perStep"),
    gradient: create("gradient"),
    norms: create("norms"),
  };
  const window = common.create(16 * (1 + mostRuns), GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST);
  const dispatches = common.step.map(({ kernel, pipeline }) => ({
    pipeline,
    group: bind(device, [window, ...kernel.uses.map((name) => buffers[name])], kernel.bindings),
    workgroups: kernel.workgroups(runs.length),
  }));

  const table = new Uint32Array(4 * runs.length);
  const hyperparameters = new Float32Array(runs.length * set.hyperparameters);
  runs.forEach(({ rule, hyperparameters: values }, run) => {
    table.set([places[run]!, set.rules.findIndex(({ text }) => text === rule.text)], 4 * run);
    hyperparameters.set(
      rule.hyperparameters.map((name) => values[name]!),
      run * set.hyperparameters,
    );
  });
  queue.writeBuffer(window, 16, table);
  queue.writeBuffer(buffers.hyperparameters, 0, hyperparameters);
  const perStep = new Float32Array(frames * runs.length * set.perStep);

  return {
    runs,
    stand(run, standing) {
      queue.writeBuffer(buffers.slots, 16 * places[run]!, placed(layout, standing));
      queue.writeBuffer(buffers.log, 4 * (2 + run), new Uint32Array(1));
    },
    async standing() {
      const readable = device.createBuffer({
        size: sizes.slots,
        usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
      });
      try {
        const encoder = device.createCommandEncoder();
        encoder.copyBufferToBuffer(buffers.slots, 0, readable, 0, sizes.slots);
        queue.submit([encoder.finish()]);
        await unlessLost(device, readable.mapAsync(GPUMapMode.READ));
        const slots = new Float32Array(readable.getMappedRange());
        return runs.map((_, run) => unplaced(layout, slots.subarray(4 * places[run]!, 4 * places[run + 1]!)));
      } finally {
        readable.destroy();
      }
    },
    begin(first, count) {
      queue.writeBuffer(window, 0, Uint32Array.of(first, common.last, runs.length));
      queue.writeBuffer(buffers.log, 0, new Uint32Array(2));
      runs.forEach(({ rule, hyperparameters }, run) => {
        const width = rule.perStep.length;
        if (width === 0) return;
        const values = perStepOf(rule, hyperparameters, first + 1, count);
        for (let frame = 0; frame < count; frame++)
          for (let i = 0; i < width; i++)
            perStep[(frame * runs.length + run) * set.perStep + i] = values[frame * width + i]!;
      });
      queue.writeBuffer(buffers.perStep, 0, perStep, 0, count * runs.length * set.perStep);
    },
    encodeStep(pass) {
      for (const { pipeline, group, workgroups } of dispatches) {
        pass.setPipeline(pipeline);
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(...workgroups);
      }
    },
    copyLosses: (encoder, target, at, count) =>
      encoder.copyBufferToBuffer(buffers.log, 4 * logHead, target, at, 4 * count * runs.length),
    copyReported(encoder, target, at) {
      const size = 16 * layout.size;
      runs.forEach(({ rule }, run) => {
        const copy = 1 + rule.state.indexOf(rule.reports);
        encoder.copyBufferToBuffer(
          buffers.slots,
          16 * places[run]! + copy * size,
          target,
          at + run * size,
          size,
        );
      });
    },
  };
}
