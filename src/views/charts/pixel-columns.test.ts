import { expect, it } from "vitest";
import { inOrder, pixelColumns } from "./pixel-columns";

const placesOf = (values: readonly number[], perColumn = 4) =>
  pixelColumns(values, (i) => Math.floor(i / perColumn)).flatMap(inOrder);

it("columns give first, least, greatest and last, in order and once", () => {
  expect(placesOf([2, 9, 1, 3, 7, 7])).toEqual([0, 1, 2, 3, 4, 5]);
  expect(placesOf([5, 5, 5, 5])).toEqual([0, 3]);
});

it("NaN is in no column", () => {
  expect(placesOf([1, 2, 3, 4, NaN, 8])).toEqual([0, 3, 5]);
  expect(placesOf([NaN, NaN])).toEqual([]);
});
