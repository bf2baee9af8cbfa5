import { expect, it } from "vitest";
import { networks } from "../../../networks/index";
import { layersOf } from "../../../networks/layers";
import { deadUnits, meanOutput, unitGroups, unitsOf } from "./unit-groups";

const groups = unitGroups(layersOf(networks["mnist-mlp"], [2, 3]));
/** Two runs of two and three hidden units. */
const values = Float32Array.of(0, 1, 0, 0, 0.5, 1, 1, 1, 1, 0);

it("hidden units lie layer by layer; the outputs are none of them", () => {
  expect(groups).toEqual([{ at: 0, units: 2 }, { at: 2, units: 3 }]); // prettier-ignore
  expect(unitGroups(layersOf(networks["mnist-cnn"], [])).map(({ units }) => units)).toEqual([8, 16]);
  expect(unitGroups(layersOf(networks["mnist-logistic"], []))).toEqual([]);
});

it("a layer's units are found in their run", () => {
  expect([...unitsOf(values, 2, 1, groups[0]!)]).toEqual([1, 1]);
  expect([...unitsOf(values, 2, 0, groups[1]!)]).toEqual([0, 0, 0.5]);
});

it("a unit is dead that is alive on no image at all", () => {
  expect(groups.map((group) => deadUnits(values, 2, 0, group))).toEqual([1, 2]);
  expect(groups.map((group) => deadUnits(values, 2, 1, group))).toEqual([0, 1]);
});

it("a layer's mean output is over its units", () => {
  expect(meanOutput(values, 2, 0, groups[1]!)).toBeCloseTo(1 / 6);
  expect(meanOutput(values, 2, 1, groups[0]!)).toBe(1);
});
