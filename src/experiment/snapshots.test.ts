import { describe, expect, it } from "vitest";
import { blankCheckpoint } from "./blank-checkpoint";
import { createRecording } from "./recording";
import { checkpointAt, isSnapshot, thinSnapshots, type RecordedCheckpoint } from "./snapshots";

it("the checkpoint at a step is the last one not after it", () => {
  const checkpoints = [25, 50, 100].map((step) => ({ step }));
  expect([0, 24, 25, 49, 50, 99, 100, 9999].map((step) => checkpointAt(checkpoints, step))).toEqual(
    [-1, -1, 0, 0, 1, 1, 2, 2], // prettier-ignore
  );
  expect(checkpointAt([], 5)).toBe(-1);
});

describe("snapshots", () => {
  it("are all kept where there is room", () => {
    const checkpoints = [0, 10, 20].map(large);
    thinSnapshots(checkpoints, 3000);
    expect(checkpoints.every(isSnapshot)).toBe(true);
  });

  it("stay below the bound as they come, with the first and the last among them", () => {
    const checkpoints: RecordedCheckpoint[] = [];
    for (let step = 0; step <= 10_000; step += 100) {
      checkpoints.push(large(step));
      thinSnapshots(checkpoints, 20_000);
      const steps = checkpoints.filter(isSnapshot).map((checkpoint) => checkpoint.step);
      expect(steps.length).toBe(Math.min(20, step / 100 + 1));
      expect([steps[0], steps.at(-1)]).toEqual([0, step]);
    }
  });

  it("that are kept leave no hole that is much larger than the others, and more at first", () => {
    const checkpoints: RecordedCheckpoint[] = [];
    for (let step = 0; step <= 10_000; step += 100) {
      checkpoints.push(large(step));
      thinSnapshots(checkpoints, 20_000);
    }
    const steps = checkpoints.filter(isSnapshot).map(({ step }) => step);
    const holes = steps.slice(1).map((step, i) => Math.sqrt(step) - Math.sqrt(steps[i]!));
    expect(Math.max(...holes)).toBeLessThan((3 * 100) / 19);
    expect(steps.filter((step) => step <= 5000).length).toBeGreaterThan(10);
  });

  it("lose their bulk, never their numbers; two are kept whatever their size", () => {
    const checkpoints: RecordedCheckpoint[] = [0, 10, 20].map(large);
    thinSnapshots(checkpoints, 1);
    expect(checkpoints.map(isSnapshot)).toEqual([true, false, true]);
    expect(checkpoints[1]).toMatchObject({ step: 10, test: Float64Array.of(0.5) });
    expect(checkpoints[1]).not.toHaveProperty("alive");
  });
});

describe("a recording", () => {
  const recording = createRecording(1, 39, false, 2500);
  recording.append({
    ...{ first: 0, count: 40, runs: 1, loss: new Float64Array(40) },
    checkpoints: [0, 10, 20, 30].map(large),
  });

  it("keeps every checkpoint's numbers, and as many snapshots as its bound allows", () => {
    expect(recording.checkpoints.map(({ step }) => step)).toEqual([0, 10, 20, 30]);
    expect(recording.checkpoints.map(isSnapshot)).toEqual([true, false, false, true]);
  });

  it("refuses a checkpoint that comes after a later one, since it looks for them by halving", () => {
    const checkpoints = [5, 3].map(large);
    const batch = { first: 0, count: 9, runs: 1, loss: new Float64Array(9), checkpoints };
    expect(() => createRecording(1, 9, false).append(batch)).toThrow(
      "a checkpoint of step 3 came after that of step 5",
    );
  });

  it("shows at a step the last snapshot that is still there", () => {
    expect([0, 20, 29, 30, 99].map((step) => recording.snapshotAt(step)?.step)).toEqual([0, 0, 0, 30, 30]);
    expect(createRecording(1, 9, false).snapshotAt(5)).toBeUndefined();
  });
});

/** A checkpoint of 1,000 bytes of bulk. */
function large(step: number) {
  return blankCheckpoint(step, {
    test: Float64Array.of(0.5),
    parameters: new Float32Array(200),
    named: new Uint8Array(200),
  });
}
