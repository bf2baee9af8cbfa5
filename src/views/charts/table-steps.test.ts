import { expect, it } from "vitest";
import { tableSteps } from "./table-steps";

it("a table has both ends of its span and round steps between them", () => {
  expect(tableSteps([0, 100])).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  expect(tableSteps([3, 8])).toEqual([3, 4, 5, 6, 7, 8]);
  expect(tableSteps([17, 63])).toEqual([17, 20, 25, 30, 35, 40, 45, 50, 55, 60, 63]);
  expect(tableSteps([0, 0])).toEqual([0]);
});

it("a table has no more than about twenty rows", () => {
  for (const last of [19, 20, 99, 137, 1000, 4999, 10_000])
    expect(tableSteps([0, last]).length, String(last)).toBeLessThanOrEqual(21);
});
