import { expect, it } from "vitest";
import { ownSurface } from "./own-surface";
import { parametersOf, surfaceOf } from "./spec";
import { customSpec } from "./usual-spec";

it("knows the minima and saddles in its window", () => {
  const { minima, saddles } = ownSurface("x^4 - 3 * x^2 + y^2");
  expect(minima).toHaveLength(2);
  expect(saddles).toHaveLength(1);
  expect(ownSurface("x^4 - 3 * x^2 + y^2", { x: [0.5, 2], y: [-1, 1] }).minima).toHaveLength(1);
});

it("has its minima where the parameters of the spec put them", () => {
  const spec = customSpec("(x - a)^2 + y^2");
  expect(parametersOf(spec)).toEqual({ a: 1 });
  const xOf = (parameters: Record<string, number>) => surfaceOf({ ...spec, parameters }).minima[0]![0];
  expect(xOf({})).toBeCloseTo(1, 9);
  expect(xOf({ a: -3 })).toBeCloseTo(-3, 9);
  expect(surfaceOf({ ...spec, parameters: { a: 30 } }).minima).toEqual([]);
});

it("searches when it is first asked, and once for the same numbers", () => {
  const { minima } = ownSurface("(x - k)^2 + y^2", undefined, { k: 1 });
  expect(Object.getOwnPropertyDescriptor(ownSurface("(x - k)^2 + y^2"), "minima")!.get).toBeDefined();
  expect(ownSurface("(x - k)^2 + y^2").minima).toBe(minima);
});
