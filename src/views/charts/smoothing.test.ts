import { expect, it } from "vitest";
import { smoothed } from "./smoothing";

const jagged = Float64Array.from({ length: 200 }, (_, i) => 5 + (i % 2 ? 1 : -1));

it("smoothed over one step, a line is what is recorded", () => {
  expect(smoothed(jagged, 1)).toBe(jagged);
});

it("the more steps, the closer a jagged line comes to its mean", () => {
  const rests = ([10, 30, 100] as const).map((steps) => Math.abs(smoothed(jagged, steps).at(-1)! - 5));
  expect(rests[0]).toBeLessThan(0.1);
  expect(rests[1]).toBeLessThan(rests[0]!);
  expect(rests[2]).toBeLessThan(rests[1]!);
});

it("a smoothed line begins where the recorded one does, and passes over what is missing", () => {
  const mean = smoothed(Float64Array.of(4, NaN, 4, 4), 10);
  expect([...mean].map((value) => Math.round(1e9 * value) / 1e9)).toEqual([4, NaN, 4, 4]);
});
