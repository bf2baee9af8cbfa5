import type { Checkpoint, FrameBatch } from "../experiment/frame";

/** The frames of a batch from `first` on; none of them where the batch ends before. Its checkpoints stay as they are. */
export function laterFrames(batch: FrameBatch, first: number): FrameBatch {
  const skipped = Math.min(Math.max(0, first - batch.first), batch.count);
  if (skipped === 0) return batch;
  const count = batch.count - skipped;
  const cut = (values: Float64Array, width: number) => {
    const kept = new Float64Array(batch.runs * count * width);
    for (let run = 0; run < batch.runs; run++) {
      const end = (run + 1) * batch.count * width;
      kept.set(values.subarray(end - count * width, end), run * count * width);
    }
    return kept;
  };
  return {
    ...batch,
    first: batch.first + skipped,
    count,
    loss: cut(batch.loss, 1),
    ...(batch.theta && { theta: cut(batch.theta, 2) }),
    ...(batch.gradient && { gradient: cut(batch.gradient, 2) }),
  };
}

/** What an execution has told so far: begun anew, it tells nothing twice. */
export type Told = {
  /** Takes in a batch: the part of it that is new; undefined where there is none, or not yet a frame. */
  fresh(batch: FrameBatch): FrameBatch | undefined;
};

/** Nothing told yet. */
export function createTold(): Told {
  let frames = 0;
  let checkpoint = -1;
  /** Checkpoints that are new, though the frames they came with were told. */
  let held: Checkpoint[] = [];
  return {
    fresh(batch) {
      held = [...held, ...batch.checkpoints.filter(({ step }) => step > checkpoint)];
      checkpoint = held.at(-1)?.step ?? checkpoint;
      const later = laterFrames(batch, frames);
      if (later.count === 0 && batch.count > 0) return undefined;
      frames = later.first + later.count;
      const checkpoints = held;
      held = [];
      return { ...later, checkpoints };
    },
  };
}
