import { expect, it } from "vitest";
import { brushedSpan, movedSpan, pagesOf, scaleOf, shownSpan } from "./span";

it("all steps are shown where nothing is asked for, or what is asked for is not there", () => {
  expect(shownSpan(undefined, 100)).toEqual([0, 100]);
  expect(shownSpan([20, 60], 100)).toEqual([20, 60]);
  expect(shownSpan([20, 600], 100)).toEqual([20, 100]);
  expect(shownSpan([200, 600], 100)).toEqual([0, 100]);
});

it("a brush may be drawn either way, and beyond the ends; a touch chooses nothing", () => {
  expect(brushedSpan(60.2, 19.8, 100)).toEqual([20, 60]);
  expect(brushedSpan(-8, 30, 100)).toEqual([0, 30]);
  expect(brushedSpan(30, 31.4, 100)).toBeUndefined();
  expect(brushedSpan(-1, 101, 100)).toBeUndefined();
});

it("a span that is moved keeps its length and stays among the steps", () => {
  expect(movedSpan([20, 60], 15.4, 100)).toEqual([35, 75]);
  expect(movedSpan([20, 60], 70, 100)).toEqual([60, 100]);
  expect(movedSpan([20, 60], -70, 100)).toEqual([0, 40]);
});

it("a span that is panned stays on the same two pages for as long as it is, and the whole is the first", () => {
  expect(pagesOf([80, 120])).toEqual({ first: [80, 120], both: [80, 160] });
  expect(pagesOf([119, 159])).toEqual(pagesOf([80, 120]));
  expect(pagesOf([120, 160]).first).toEqual([120, 160]);
  expect(pagesOf([0, 500]).first).toEqual([0, 500]);
  expect(pagesOf([0, 0]).both).toEqual([0, 0]);
});

it("steps and places are each other's reverse, and no steps are all at the left", () => {
  const { x, stepAt } = scaleOf([20, 60], { left: 40, width: 200 });
  expect([x(20), x(30), x(60)]).toEqual([40, 90, 240]);
  expect(stepAt(x(37))).toBeCloseTo(37);
  expect(scaleOf([0, 0], { left: 40, width: 200 }).stepAt(70)).toBe(0);
});
