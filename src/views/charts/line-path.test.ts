import { expect, it } from "vitest";
import { linePath } from "./line-path";

const same = (value: number) => value;

it("a line goes through all its points, from its first step on", () => {
  expect(linePath({ first: 1, values: [5, 6] }, same, same)).toEqual({ d: "M1,5L2,6", isBand: false });
});

it("NaN is passed over, and a line of nothing else is empty", () => {
  expect(linePath({ first: 0, values: [1, NaN, 3] }, same, same).d).toBe("M0,1L2,3");
  expect(linePath({ first: 0, values: [NaN, NaN] }, same, same).d).toBe("");
});

it("only the steps of a span are drawn", () => {
  expect(linePath({ first: 1, values: [5, 6, 7, 8] }, same, same, [2, 3]).d).toBe("M2,6L3,7");
  expect(linePath({ first: 1, values: [5, 6] }, same, same, [8, 9]).d).toBe("");
});

it("a long smooth line is reduced to its pixels, and stays a line", () => {
  const values = Float64Array.from({ length: 5001 }, (_, i) => Math.sin(i / 500));
  const { d, isBand } = linePath({ first: 0, values }, (step) => step / 20, (value) => -40 * value); // prettier-ignore
  expect(isBand).toBe(false);
  expect(d.split("L").length).toBeLessThanOrEqual(4 * 251);
});

it("a long jagged line is the area of its pixels, and keeps every column's extremes", () => {
  const values = Float64Array.from({ length: 5001 }, (_, i) => (i === 3333 ? 40 : Math.sin(i)));
  const { d, isBand } = linePath({ first: 0, values }, (step) => step / 20, (value) => -10 * value); // prettier-ignore
  expect(isBand).toBe(true);
  expect(d.split("L").length).toBe(2 * 251);
  expect(d).toContain("L166,-400L");
  expect(d).not.toContain("NaN");
});
