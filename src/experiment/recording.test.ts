import { expect, test } from "vitest";
import type { FrameBatch } from "./frame";
import { createRecording } from "./recording";

test("frames come back run by run as they were appended, batch by batch", () => {
  const recording = createRecording(2, 3, true);
  recording.append(batch(0, [[1, 2], [10, 20]])); // prettier-ignore
  expect(recording.frames).toBe(2);
  expect(recording.isComplete()).toBe(false);
  recording.append(batch(2, [[3, 4], [30, 40]])); // prettier-ignore
  expect([...recording.lossesOf(0)]).toEqual([1, 2, 3, 4]);
  expect([...recording.lossesOf(1)]).toEqual([10, 20, 30, 40]);
  expect(recording.positionAt(1, 2)).toEqual([30, -30]);
  expect(recording.isComplete()).toBe(true);
});

test("a batch that does not follow the last is refused", () => {
  const recording = createRecording(1, 9, true);
  expect(() => recording.append(batch(1, [[1]]))).toThrow("starts at 1");
});

test.each([
  ["a coordinate beyond the bound", [1, 2e6, 3], 1],
  ["a loss that is not a number", [1, 2, NaN], 2],
  ["an infinite loss", [Infinity, 1, 1], 0],
])("%s is a divergence: the run ends there and the other goes on", (_, losses, step) => {
  const recording = createRecording(2, 2, true);
  recording.append(batch(0, [losses, [1, 2, 3]]));
  expect(recording.diverged(0)?.step).toBe(step);
  expect(recording.lastStep(0)).toBe(step);
  expect(recording.lossesOf(0)).toHaveLength(step + 1);
  expect(recording.positionAt(0, 99)).toEqual(recording.positionAt(0, step));
  expect(recording.diverged(1)).toBeUndefined();
  expect(recording.lastStep(1)).toBe(2);
});

/** Losses as given, positions (loss, -loss). */
function batch(first: number, losses: readonly (readonly number[])[]): FrameBatch {
  const flat = losses.flat();
  return {
    first,
    count: losses[0]!.length,
    runs: losses.length,
    loss: Float64Array.from(flat),
    theta: Float64Array.from(flat.flatMap((loss) => [loss, -loss])),
    checkpoints: [],
  };
}
