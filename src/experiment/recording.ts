import type { Point } from "../surfaces/surface";
import type { Checkpoint, FrameBatch } from "./frame";
import {
  checkpointAt,
  isSnapshot,
  mostSnapshotBytes,
  thinSnapshots,
  type RecordedCheckpoint,
} from "./snapshots";

/** A run is diverged at the first frame whose coordinate or loss is larger than this, or not a number. */
export const divergenceBound = { coordinate: 1e6, loss: 1e20 };

export type Divergence = { readonly step: number; readonly loss: number };

/** All frames of an experiment so far. Grows by batches; reading it computes nothing but what it says. */
export type Recording = {
  /** Runs of the spec; behind them, at the next indices, are the ways that branched ones have left. */
  readonly runs: number;
  /** Steps the whole experiment will have; the recording is complete with one frame more. */
  readonly steps: number;
  /** Frames recorded. */
  readonly frames: number;
  /** All of a network's checkpoints, by step; some without their bulk. */
  readonly checkpoints: readonly RecordedCheckpoint[];
  readonly hasPaths: boolean;
  append(batch: FrameBatch): void;
  isComplete(): boolean;
  /** The last checkpoint at or before a step that still has its bulk. */
  snapshotAt(step: number): Checkpoint | undefined;
  /** Last step a run has: the newest frame, or where it diverged. */
  lastStep(run: number): number;
  diverged(run: number): Divergence | undefined;
  /** Iterate theta of a step, or of the run's last step if that is earlier. */
  positionAt(run: number, step: number): Point;
  /** x0, y0, x1, y1 of steps 0 to lastStep on a surface; a view, not a copy. */
  pathOf(run: number): Float64Array;
  gradientAt(run: number, step: number): Point;
  lossAt(run: number, step: number): number;
  /** Losses of steps 0 to lastStep; a view, not a copy. */
  lossesOf(run: number): Float64Array;
};

/**
 * An empty recording for `runs` runs of `steps` steps, with the ways that `left` of them have left; `hasPaths` on
 * surfaces. Its snapshots take `most` bytes at most.
 */
export function createRecording(
  runs: number,
  steps: number,
  hasPaths: boolean,
  most = mostSnapshotBytes,
  left = 0,
): Recording {
  const length = steps + 1;
  const all = runs + left;
  const loss = new Float64Array(all * length);
  const theta = new Float64Array(hasPaths ? all * length * 2 : 0);
  const gradient = new Float64Array(hasPaths ? all * length * 2 : 0);
  const divergences: (Divergence | undefined)[] = Array.from({ length: all }, () => undefined);
  const checkpoints: RecordedCheckpoint[] = [];
  let frames = 0;

  const lastStep = (run: number) => divergences[run]?.step ?? Math.max(0, frames - 1);
  const at = (run: number, step: number) => run * length + Math.min(Math.max(0, step), lastStep(run));
  const stepsOf = (run: number) => Math.min(frames, lastStep(run) + 1);
  const pointOf = (values: Float64Array, k: number): Point => [values[2 * k]!, values[2 * k + 1]!];

  return {
    runs,
    steps,
    get frames() {
      return frames;
    },
    checkpoints,
    hasPaths,
    append(batch) {
      if (batch.first !== frames)
        throw new Error(`frame batch starts at ${batch.first}, the recording ends at ${frames}`);
      for (let run = 0; run < all; run++) {
        const [from, to] = [run * batch.count, (run + 1) * batch.count];
        const k = run * length + frames;
        loss.set(batch.loss.subarray(from, to), k);
        if (batch.theta) theta.set(batch.theta.subarray(2 * from, 2 * to), 2 * k);
        if (batch.gradient) gradient.set(batch.gradient.subarray(2 * from, 2 * to), 2 * k);
        for (let i = 0; i < batch.count && !divergences[run]; i++) {
          const isInside =
            Math.abs(loss[k + i]!) <= divergenceBound.loss &&
            (!hasPaths ||
              (Math.abs(theta[2 * (k + i)]!) <= divergenceBound.coordinate &&
                Math.abs(theta[2 * (k + i) + 1]!) <= divergenceBound.coordinate));
          if (!isInside) divergences[run] = { step: frames + i, loss: loss[k + i]! };
        }
      }
      // One by one: what is kept does not depend on how they were batched.
      for (const checkpoint of batch.checkpoints) {
        const last = checkpoints.at(-1)?.step ?? -1;
        if (checkpoint.step <= last)
          throw new Error(`a checkpoint of step ${checkpoint.step} came after that of step ${last}`);
        checkpoints.push(checkpoint);
        thinSnapshots(checkpoints, most);
      }
      frames += batch.count;
    },
    isComplete: () => frames === length,
    snapshotAt(step) {
      for (let i = checkpointAt(checkpoints, step); i >= 0; i--) {
        const checkpoint = checkpoints[i]!;
        if (isSnapshot(checkpoint)) return checkpoint;
      }
      return undefined;
    },
    lastStep,
    diverged: (run) => divergences[run],
    positionAt: (run, step) => pointOf(theta, at(run, step)),
    pathOf: (run) => theta.subarray(2 * run * length, 2 * (run * length + stepsOf(run))),
    gradientAt: (run, step) => pointOf(gradient, at(run, step)),
    lossAt: (run, step) => loss[at(run, step)]!,
    lossesOf: (run) => loss.subarray(run * length, run * length + stepsOf(run)),
  };
}
