import { expect, it } from "vitest";
import { roundestBetween, roundStep, roundTo } from "./round-number";

it.each([
  [-3, 5, 0],
  [8, 12, 10],
  [13, 27, 20],
  [0.31, 0.36, 0.35],
  [-78.3, -69, -70],
  [0.0998, 0.1002, 0.1],
  [271, 272, 272],
])("the roundest number from %d to %d is %d", (from, to, round) => {
  expect(roundestBetween(from, to)).toBe(round);
});

it("an interval without room is its own roundest number", () => {
  expect(roundestBetween(0.3, 0.3)).toBe(0.3);
});

it.each([
  [0.07, 0.05],
  [1, 1],
  [0.3, 0.2],
  [999, 500],
])("the largest round step in %d is %d", (size, step) => {
  expect(roundStep(size)).toBe(step);
});

it("rounding to a step leaves no binary dust", () => {
  expect(roundTo(0.3000001, 0.1)).toBe(0.3);
});
