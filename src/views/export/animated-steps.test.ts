import { expect, test } from "vitest";
import { animatedSteps, frameRate } from "./animated-steps";

test("a short recording is shown step by step, and its end is held for a second", () => {
  expect(animatedSteps(100)).toEqual([...Array(101).keys(), ...Array(frameRate).fill(100)]);
});

test("a long one has no more frames, from its first step to its last, none twice", () => {
  const steps = animatedSteps(18_750);
  expect(steps).toHaveLength(150 + frameRate);
  expect(steps.slice(0, 3)).toEqual([0, 126, 252]);
  expect(new Set(steps.slice(0, 150)).size).toBe(150);
  expect(steps.at(-1)).toBe(18_750);
});

test("a start alone is a still picture", () => {
  expect(new Set(animatedSteps(0))).toEqual(new Set([0]));
});
