import { expect, test } from "vitest";
import type { Checkpoint, FrameBatch } from "../experiment/frame";
import { createTold, laterFrames } from "./later-frames";

test("what is cut off a batch is cut off each run, of losses, iterates and gradients alike", () => {
  const later = laterFrames(batchOf(4, 3), 6);
  expect([later.first, later.count]).toEqual([6, 1]);
  expect([...later.loss]).toEqual([6, 106]);
  expect([...later.theta!]).toEqual([6, 6.5, 106, 106.5]);
  expect([...later.gradient!]).toEqual([-6, -6.5, -106, -106.5]);
});

test("a batch of which nothing was told stays as it is", () => {
  const batch = batchOf(4, 3);
  expect(laterFrames(batch, 4)).toBe(batch);
});

test("an execution that begins anew tells no frame and no checkpoint twice, and loses none", () => {
  const told = createTold();
  told.fresh(batchOf(0, 6, [0]));
  // The checkpoint of step 5 was still being measured when it died.
  expect(told.fresh(batchOf(2, 3, [0, 5]))).toBeUndefined();
  const fresh = told.fresh(batchOf(5, 3, [7]))!;
  expect([fresh.first, fresh.count]).toEqual([6, 2]);
  expect(fresh.checkpoints.map(({ step }) => step)).toEqual([5, 7]);
});

/** Frames of two runs: each number says its frame, and 100 more for the second run. */
function batchOf(first: number, count: number, steps: readonly number[] = []): FrameBatch {
  const frames = [0, 100].flatMap((run) => Array.from({ length: count }, (_, k) => run + first + k));
  return {
    first,
    count,
    runs: 2,
    loss: Float64Array.from(frames),
    theta: Float64Array.from(frames.flatMap((frame) => [frame, frame + 0.5])),
    gradient: Float64Array.from(frames.flatMap((frame) => [-frame, -frame - 0.5])),
    checkpoints: steps.map((step) => ({ step }) as Checkpoint),
  };
}
