import { expect, it } from "vitest";
import { surfaces } from "../../surfaces/index";
import type { Point } from "../../surfaces/surface";
import { windowOfPaths } from "./paths-window";
import { fit, spanOf } from "./viewport";

const home = fit(surfaces.ravine, 944, 264);
const start: Point = [-9, 2];

it("the window of some paths holds all their points and their start, with room about them", () => {
  const points: Point[] = [[-9, 2], [4, 30], [-1, -3]]; // prettier-ignore
  const { x, y } = windowOfPaths([{ points, isDiverged: false }], start, home);
  for (const [a, b] of [...points, start]) {
    expect(a > x[0] && a < x[1]).toBe(true);
    expect(b > y[0] && b < y[1]).toBe(true);
  }
  expect(spanOf(x)).toBeCloseTo(13 * 1.16, 9);
  expect(spanOf(y)).toBeCloseTo(33 * 1.16, 9);
});

it("a diverged run is fitted as far as the map of the whole surface shows it", () => {
  const points: Point[] = [[-9, 2], [1, -1], [1e9, 1e12], [NaN, Infinity]]; // prettier-ignore
  const { x, y } = windowOfPaths([{ points, isDiverged: true }], start, home);
  expect(spanOf(x)).toBeCloseTo(10 * 1.16, 9);
  expect(spanOf(y)).toBeCloseTo(3 * 1.16, 9);
});

it("runs that have not moved are shown with something of the surface about them", () => {
  const { x, y } = windowOfPaths([{ points: [start], isDiverged: false }], start, home);
  expect(spanOf(x)).toBeCloseTo(spanOf(home.x) / 1000, 9);
  expect((y[0] + y[1]) / 2).toBeCloseTo(2, 9);
  expect(windowOfPaths([], start, home)).toEqual({ x, y });
});
