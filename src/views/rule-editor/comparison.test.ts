import { expect, test } from "vitest";
import { createRecording } from "../../experiment/recording";
import { surfaceSpec } from "../../experiment/usual-spec";
import { comparisonOf, settledAt, thresholdOf } from "./comparison";

test("the threshold is a round number between the lowest loss and the start's", () => {
  expect(thresholdOf(140.5, 1e-4)).toBe(1);
  expect(thresholdOf(63, -2.25)).toBe(-2);
  expect(thresholdOf(1.0001, 1)).toBeGreaterThan(1);
  expect(thresholdOf(1.0001, 1)).toBeLessThan(1.0001);
});

test("there is none where no run came lower than the start, or none converged", () => {
  expect(thresholdOf(3, 3)).toBeUndefined();
  expect(thresholdOf(3, Infinity)).toBeUndefined();
});

test("a loss that rises once more has not settled before", () => {
  expect(settledAt(Float64Array.of(9, 0.5, 3, 0.5, 0.4), 1)).toBe(3);
  expect(settledAt(Float64Array.of(9, 0.5, 3), 1)).toBeUndefined();
  expect(settledAt(Float64Array.of(0.5), 1)).toBe(0);
});

test("the visitor's runs come first; a diverged one says where and settles nowhere", () => {
  const base = surfaceSpec("ravine");
  const rules = [{ name: "Mine", update: "theta = theta - lr * g" }];
  const mine = { optimizer: "Mine", convention: "pytorch", hyperparameters: {}, number: 3 } as const;
  const spec = { ...base, rules, runs: [...base.runs, mine] };
  const recording = createRecording(3, 2, true);
  recording.append({
    first: 0,
    count: 3,
    runs: 3,
    loss: Float64Array.of(100, 50, 0, 100, 1e30, 1e30, 100, 0.5, 0.5),
    theta: Float64Array.of(0, 0, 3, 4, 3, 4, 0, 0, 1, 0, 1e7, 0, 0, 0, 0, 2, 0, 2),
    gradient: new Float64Array(18),
    checkpoints: [],
  });
  const { threshold, results } = comparisonOf(recording, spec, "Mine");
  expect(threshold).toBe(1);
  expect(
    results.map(({ label, firstStep, settled, divergedAt }) => [label, firstStep, settled, divergedAt]),
  ).toEqual([
    ["Mine", 2, 1, undefined],
    ["Momentum", 5, 2, undefined],
    ["RMSprop", 1, undefined, 1],
  ]);
});
