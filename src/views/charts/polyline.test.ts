import { expect, it } from "vitest";
import { extremesByColumn, polyline } from "./polyline";

const same = (value: number) => value;

it("a line goes through all its points, from its first step on", () => {
  expect(polyline({ first: 1, values: [5, 6] }, same, same)).toBe("M1,5L2,6");
});

it("NaN is passed over, and a line of nothing else is empty", () => {
  expect(polyline({ first: 0, values: [1, NaN, 3] }, same, same)).toBe("M0,1L2,3");
  expect(polyline({ first: 0, values: [NaN, NaN] }, same, same)).toBe("");
});

it("a long line is reduced to its pixels, and keeps every column's extremes", () => {
  const values = Float64Array.from({ length: 5001 }, (_, i) => (i === 3333 ? 40 : Math.sin(i)));
  const path = polyline({ first: 0, values }, (step) => step / 20, same);
  expect(path.split("L").length).toBeLessThanOrEqual(4 * 251);
  expect(path).toContain(",40L");
  expect(path).not.toContain("NaN");
});

it("columns give first, least, greatest and last, in order and once", () => {
  expect([...extremesByColumn([2, 9, 1, 3, 7, 7], (i) => Math.floor(i / 4))]).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...extremesByColumn([1, 2, 3, 4, NaN, 8], (i) => Math.floor(i / 4))]).toEqual([0, 3, 5]);
});
