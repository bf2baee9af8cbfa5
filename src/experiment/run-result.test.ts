import { expect, test } from "vitest";
import { createRecording } from "./recording";
import { resultOf, usualGoal } from "./run-result";

test("a result says when the goal was reached first, the lowest loss and the way walked", () => {
  const recording = recordingOf([[10, 4, 6, 3]], [[[0, 0], [3, 4], [3, 4], [3, 5]]]); // prettier-ignore
  expect(resultOf(recording, 0, 4)).toEqual({ goalStep: 1, best: 3, path: 6, diverged: undefined });
  expect(resultOf(recording, 0, 3.5).goalStep).toBe(3);
  expect(resultOf(recording, 0, 2).goalStep).toBeUndefined();
  expect(resultOf(recording, 0, 10).goalStep).toBe(0);
});

test("the way of a run that diverges ends where it was last inside, and what is no number is not its best loss", () => {
  const recording = recordingOf(
    [[10, 4, NaN, NaN]],
    [[[0, 0], [3, 4], [1e9, 0], [NaN, 0]]], // prettier-ignore
  );
  expect(resultOf(recording, 0, 5)).toEqual({
    goalStep: 1,
    best: 4,
    path: 5,
    diverged: { step: 2, loss: NaN },
  });
});

test("the usual goal leaves one per cent of the way down to the minimum, or to the best of the runs", () => {
  const still = [[0, 0], [0, 0]] as const; // prettier-ignore
  const recording = recordingOf([[100, 50], [100, 20]], [still, still]); // prettier-ignore
  expect(usualGoal(recording, 0)).toBe(1);
  expect(usualGoal(recording, -100)).toBe(-98);
  expect(usualGoal(recording)).toBeCloseTo(20.8);
});

function recordingOf(
  losses: readonly (readonly number[])[],
  paths: readonly (readonly (readonly number[])[])[],
) {
  const [runs, count] = [losses.length, losses[0]!.length];
  const recording = createRecording(runs, count - 1, true);
  const theta = Float64Array.from(paths.flat(2));
  const loss = Float64Array.from(losses.flat());
  recording.append({ first: 0, count, runs, loss, theta, gradient: theta, checkpoints: [] });
  return recording;
}
