import { expect, it } from "vitest";
import { slopeOf, sureGrowthOf } from "./slope";

it("a line's slope is its own, and what swings about a level has none", () => {
  expect(slopeOf([3, 5, 7, 9])).toBe(2);
  expect(slopeOf([4, 6, 6, 4])).toBe(0);
});

it("one value alone, or none, grows by nothing", () => {
  expect(slopeOf([7])).toBe(0);
  expect(slopeOf([])).toBe(0);
});

it("growth is sure where no swing explains it", () => {
  expect(sureGrowthOf([1, 2, 3, 4, 5, 6])).toBe(1);
  expect(sureGrowthOf([5, 4, 5, 9, 5, 4])).toBeLessThan(0);
  expect(sureGrowthOf([1, 2, 3, 4])).toBeNaN();
});
