import type { CompiledRun } from "../../compile";
import { feedSizeOf, logHead, mostRuns, rowsOf, type BufferName } from "./network-kernel";
import { normsSizeOf } from "./network-norm";
import type { NetworkProgram } from "./network-program";

/** What a device allows: base limits suffice. */
export type Limits = Pick<
  GPUSupportedLimits,
  "maxStorageBufferBindingSize" | "maxBufferSize" | "maxComputeWorkgroupsPerDimension"
>;

/** Bytes of inputs that a portion holds at most, and its frames. */
const [mostInputs, mostFramesAtAll] = [2 ** 25, 256];

/** Frames that a portion holds at most. */
export function mostFramesOf({ shape: { batch, layout } }: NetworkProgram): number {
  const frame = 16 * rowsOf(batch) * layout.layers[0]!.rowSize;
  return Math.min(mostFramesAtAll, Math.max(1, Math.floor(mostInputs / frame)));
}

/** Where each run's slots begin in its part, in vec4s, and the end of the last. */
export function slotsOf({ shape: { layout } }: NetworkProgram, runs: readonly CompiledRun[]): number[] {
  const places = [0];
  for (const { rule } of runs) places.push(places.at(-1)! + (1 + rule.state.length) * layout.size);
  return places;
}

/** Bytes of each buffer for so many runs, with portions of so many frames. */
export function bufferSizes(
  program: NetworkProgram,
  runs: readonly CompiledRun[],
  frames: number,
): Readonly<Record<BufferName, number>> {
  const { shape, set, isKept } = program;
  const { layout, batch } = shape;
  const rows = rowsOf(batch);
  const pixels = rows * layout.layers[0]!.rowSize;
  return {
    slots: 16 * slotsOf(program, runs).at(-1)!,
    ink: 4 * frames * pixels,
    inputs: 16 * frames * pixels,
    feed: 4 * frames * feedSizeOf(shape),
    outputs: 16 * runs.length * rows * layout.outputsSize,
    deltas: 4 * runs.length * rows * layout.deltasSize,
    log: 4 * (logHead + frames * runs.length),
    hyperparameters: 4 * runs.length * set.hyperparameters,
    perStep: 4 * frames * runs.length * set.perStep,
    gradient: isKept ? 16 * runs.length * layout.size : 0,
    norms: isKept ? 4 * runs.length * normsSizeOf(layout) : 0,
  };
}

/**
 * Parts the runs, in order, so that each part's buffers and dispatches are within the limits; mostly there is one.
 * Throws where not even a run alone is.
 */
export function partsOf(
  program: NetworkProgram,
  runs: readonly CompiledRun[],
  limits: Limits,
): CompiledRun[][] {
  const frames = mostFramesOf(program);
  const largest = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  const bytesOf = (part: readonly CompiledRun[]) =>
    Math.max(...Object.values(bufferSizes(program, part, frames)));
  const isWithin = (part: readonly CompiledRun[]) =>
    part.length <= mostRuns &&
    bytesOf(part) <= largest &&
    program.step.every(({ workgroups }) =>
      workgroups(part.length).every((count) => count <= limits.maxComputeWorkgroupsPerDimension),
    );
  const parts: CompiledRun[][] = [];
  for (const run of runs) {
    const last = parts.at(-1);
    if (last && isWithin([...last, run])) last.push(run);
    else if (isWithin([run])) parts.push([run]);
    else
      throw new Error(
        `the network is too large for this GPU: a run needs ${mebibytes(bytesOf([run]))} in one piece, ` +
          `of which there are ${mebibytes(largest)}`,
      );
  }
  return parts;
}

const mebibytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MiB`;
