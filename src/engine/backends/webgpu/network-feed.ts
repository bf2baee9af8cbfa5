import { dropoutBase } from "../../training/dropout";
import type { Batch } from "../../training/batches";
import { workgroupsOfInputs } from "./network-inputs";
import { feedSizeOf, rowsOf } from "./network-kernel";
import type { NetworkProgram } from "./network-program";
import { bind } from "./pipeline";

/** Buffers that say what a portion's frames show to all runs. */
export type FeedBuffer = "ink" | "inputs" | "feed";

/** The way of batches to the GPU. */
export type Feed = {
  /** Sends the batches of the frames from `first` on, in one piece. */
  write(first: number, batches: readonly Batch[]): void;
  /** The command that makes their ink into inputs. */
  encode(pass: GPUComputePassEncoder, frames: number): void;
};

/** Fills these buffers; the seed is dropout's. */
export function createFeed(
  device: GPUDevice,
  { shape, inputs }: NetworkProgram,
  pipeline: GPUComputePipeline,
  buffers: Readonly<Record<FeedBuffer, GPUBuffer>>,
  frames: number,
  seed: number,
): Feed {
  const { batch, layout } = shape;
  const { inputs: pixels, rowSize } = layout.layers[0]!;
  const rows = rowsOf(batch);
  const feedSize = feedSizeOf(shape);
  const ink = new Uint8Array(4 * frames * rows * rowSize);
  const feed = new Uint32Array(frames * feedSize);
  const group = bind(device, [buffers.ink, buffers.inputs], inputs.bindings);
  return {
    write(first, batches) {
      batches.forEach(({ images, labels }, frame) => {
        const at = frame * rows * 4 * rowSize;
        if (pixels === 4 * rowSize) ink.set(images, at);
        else
          for (let row = 0; row < batch; row++)
            ink.set(images.subarray(row * pixels, (row + 1) * pixels), at + row * 4 * rowSize);
        feed.set(labels, frame * feedSize);
        for (let layer = 0; layer < layout.layers.length - 1; layer++)
          feed[frame * feedSize + batch + layer] = dropoutBase(seed, first + frame, layer);
      });
      device.queue.writeBuffer(buffers.ink, 0, ink, 0, 4 * batches.length * rows * rowSize);
      device.queue.writeBuffer(buffers.feed, 0, feed, 0, batches.length * feedSize);
    },
    encode(pass, count) {
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, group);
      pass.dispatchWorkgroups(...workgroupsOfInputs(count * rows * rowSize));
    },
  };
}
