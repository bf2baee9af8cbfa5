import type { NetworkExperiment } from "../../compile";
import type { Batch } from "../../training/batches";
import { Fault } from "../../fault";
import { unlessLost } from "./device";
import { keepBuffers } from "./kept-buffers";
import { createFeed, type FeedBuffer } from "./network-feed";
import { unplaced } from "./network-layout";
import { createPart, type Compiled, type Part } from "./network-part";
import { bufferSizes, mostFramesOf, partsOf } from "./network-parts";
import { networkProgram } from "./network-program";
import { pipelineOf } from "./pipeline";

/** All runs of a network on the GPU. */
export type Training = {
  /** Frames that a submit has at most. */
  readonly mostFrames: number;
  /** Dispatches of a step. */
  readonly dispatches: number;
  /** Computes the frames from `first` on and moves on from each but the experiment's last: losses, shape [frames, runs]. */
  submit(first: number, batches: readonly Batch[]): Promise<Float32Array>;
  /** The iterates as their rules report them, as they are before the next submit: shape [runs, parameters]. */
  reported(): Promise<Float32Array<ArrayBuffer>>;
  /** theta and state of each run, flat: shape [1 + state, parameters]. */
  standing(): Promise<Float32Array<ArrayBuffer>[]>;
  stand(standings: readonly Float32Array[]): void;
  dispose(): void;
};

/**
 * Compiles an experiment's kernels and makes its buffers; the runs stand nowhere yet. Rejects with an Error in the
 * reader's words where the compiler refuses a kernel or the memory is too small.
 */
export async function openTraining(
  device: GPUDevice,
  experiment: NetworkExperiment,
  steps: number,
  signal: AbortSignal,
): Promise<Training> {
  const { runs } = experiment;
  const program = networkProgram(experiment);
  const divided = partsOf(program, runs, device.limits);
  const frames = mostFramesOf(program);
  const [pipeline, ...step] = await Promise.all([
    pipelineOf(device, program.inputs.code, "_main", program.inputs.bindings),
    ...program.step.map(async (kernel): Promise<Compiled> => ({
      kernel,
      pipeline: await pipelineOf(device, kernel.code, "_main", kernel.bindings),
    })),
  ] as const);
  // Buffers come after all that can fail, so that none is left behind.
  signal.throwIfAborted();

  const { create, destroy } = keepBuffers(device);
  device.pushErrorScope("out-of-memory");
  const sizes = bufferSizes(program, runs, frames);
  const storage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
  const shown: Readonly<Record<FeedBuffer, GPUBuffer>> = {
    ink: create(sizes.ink, storage),
    inputs: create(sizes.inputs, storage),
    feed: create(sizes.feed, storage),
  };
  const feed = createFeed(device, program, pipeline, shown, frames, experiment.seed);
  const parts = divided.map((members) =>
    createPart({ device, program, step, create, feed: shown, frames, last: steps }, members),
  );
  // While one submit's losses are read, the next one runs.
  const readables = [0, 1].map(() =>
    create(4 * frames * runs.length, GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ),
  );
  // A lost device has no scopes left, and tells of its loss with the first submit.
  const shortage = await device.popErrorScope().catch(() => null);
  if (shortage) {
    destroy();
    throw new Fault("gpu-memory", "the GPU has too little memory for these runs");
  }

  return {
    mostFrames: frames,
    dispatches: parts.length * step.length,
    async submit(first, batches) {
      const count = batches.length;
      const readable = readables.shift();
      if (!readable) throw new Error("two submits are on their way already");
      feed.write(first, batches);
      for (const part of parts) part.begin(first, count);
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      if (parts.length > 0) feed.encode(pass, count);
      for (let k = 0; k < count; k++) for (const part of parts) part.encodeStep(pass);
      pass.end();
      const at = offsets(parts, ({ runs }) => 4 * count * runs.length);
      parts.forEach((part, i) => part.copyLosses(encoder, readable, at[i]!, count));
      device.queue.submit([encoder.finish()]);
      await unlessLost(device, readable.mapAsync(GPUMapMode.READ));
      const losses = new Float32Array(count * runs.length);
      const read = new Float32Array(readable.getMappedRange());
      const column = offsets(parts, (part) => part.runs.length);
      parts.forEach(({ runs: members }, i) => {
        for (let k = 0; k < count; k++) {
          const from = at[i]! / 4 + k * members.length;
          losses.set(read.subarray(from, from + members.length), k * runs.length + column[i]!);
        }
      });
      readable.unmap();
      readables.push(readable);
      return losses;
    },
    async reported() {
      const { layout } = program.shape;
      const size = 16 * layout.size;
      const readable = device.createBuffer({
        size: Math.max(16, size * runs.length),
        usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
      });
      try {
        const encoder = device.createCommandEncoder();
        const at = offsets(parts, ({ runs }) => size * runs.length);
        parts.forEach((part, i) => part.copyReported(encoder, readable, at[i]!));
        device.queue.submit([encoder.finish()]);
        await unlessLost(device, readable.mapAsync(GPUMapMode.READ));
        return unplaced(layout, new Float32Array(readable.getMappedRange(), 0, (size / 4) * runs.length));
      } finally {
        readable.destroy();
      }
    },
    standing: async () => (await Promise.all(parts.map((part) => part.standing()))).flat(),
    stand(standings) {
      let run = 0;
      for (const part of parts) part.runs.forEach((_, i) => part.stand(i, standings[run++]!));
    },
    dispose: destroy,
  };
}

/** Where each part begins if they lie one behind the other. */
function offsets(parts: readonly Part[], size: (part: Part) => number): number[] {
  let end = 0;
  return parts.map((part) => {
    const begin = end;
    end += size(part);
    return begin;
  });
}
