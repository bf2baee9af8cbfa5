import { expect, test } from "vitest";
import { surfaceSpec } from "../../experiment/usual-spec";
import { chosenRuns, withRunAt } from "./chosen-runs";

const base = surfaceSpec("ravine");
const spec = { runs: [1, 2, 3, 4].map((number) => ({ ...base.runs[0]!, number })) };

test("the first two shown are looked into, and those asked for where some are", () => {
  expect(chosenRuns(spec, undefined, new Set())).toEqual([1, 2]);
  expect(chosenRuns(spec, undefined, new Set([1, 3]))).toEqual([2, 4]);
  expect(chosenRuns(spec, [4, 1], new Set([1]))).toEqual([4, 1]);
  expect(chosenRuns(spec, [3], new Set())).toEqual([3]);
});

test("a run that is gone is asked for in vain, and where all are hidden the first are looked into", () => {
  expect(chosenRuns(spec, [7], new Set())).toEqual([1, 2]);
  expect(chosenRuns(spec, [7, 3], new Set())).toEqual([3]);
  expect(chosenRuns(spec, undefined, new Set([1, 2, 3, 4]))).toEqual([1, 2]);
  expect(chosenRuns({ runs: [] }, undefined, new Set())).toEqual([]);
});

test("another run takes a place, and one that stands there already changes places", () => {
  expect(withRunAt([1, 2], 1, 4)).toEqual([1, 4]);
  expect(withRunAt([1, 2], 0, 2)).toEqual([2, 1]);
});
