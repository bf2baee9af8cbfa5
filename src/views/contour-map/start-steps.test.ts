import { expect, it } from "vitest";
import { surfaces } from "../../surfaces/index";
import { movedStart, startAt, startStep } from "./start-steps";
import { fit, toPixel } from "./viewport";
import { zoomed } from "./zoom";

const viewport = fit(surfaces.ravine, 944, 264);

it("a press sets a start with short coordinates, within two pixels", () => {
  const start = startAt([301.4, 77.7], viewport);
  expect(String(start[0]).length).toBeLessThanOrEqual(5);
  const [x, y] = toPixel(viewport, start);
  expect(Math.hypot(x - 301.4, y - 77.7)).toBeLessThan(2);
});

it("a press outside the map sets a start on it", () => {
  const [x, y] = startAt([-50, 900], viewport);
  expect(x).toBe(-10);
  expect(y).toBeCloseTo(-2.8, 1);
});

it("arrows move the start one step, with shift ten; other keys do nothing", () => {
  const step = startStep(viewport);
  expect(movedStart([-9, 2], "ArrowRight", false, viewport)).toEqual([-9 + step, 2]);
  expect(movedStart([-9, 2], "ArrowDown", true, viewport)).toEqual([-9, 2 - 10 * step]);
  expect(movedStart([-9, 2], "a", false, viewport)).toBeUndefined();
});

it("a start off the grid keeps what the arrows do not move", () => {
  expect(movedStart([1.5, 1e-6], "ArrowLeft", false, viewport)![1]).toBe(1e-6);
});

it("a start outside a zoomed map comes nearer by a step, and goes no further away", () => {
  const near = zoomed(viewport, 4);
  const step = startStep(near);
  const [x, y] = movedStart([-9, 2], "ArrowRight", false, near)!;
  expect([x, y]).toEqual([expect.closeTo(-9 + step, 9), 2]);
  expect(movedStart([-9, 2], "ArrowLeft", false, near)).toEqual([-9, 2]);
});
