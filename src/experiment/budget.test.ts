import { expect, test } from "vitest";
import { plannedSteps, stepsPerEpoch } from "./budget";
import { networkSpec, openingSpec } from "./usual-spec";

const spec = { ...networkSpec("mnist-mlp"), batch: 32, epochs: 10 };

test("an epoch has as many steps as whole batches fit in the images used, and at least one", () => {
  expect(stepsPerEpoch(spec)).toBe(1875);
  expect(stepsPerEpoch({ ...spec, images: 1000 })).toBe(31);
  expect(stepsPerEpoch({ ...spec, images: 100, batch: 1024 })).toBe(1);
});

test("the budget is what the epochs take, or the steps asked for, if those are fewer", () => {
  expect(plannedSteps(spec)).toBe(18_750);
  expect(plannedSteps({ ...spec, steps: 50 })).toBe(50);
  expect(plannedSteps({ ...spec, batch: 1, epochs: 100 })).toBe(1_000_000);
  expect(plannedSteps({ ...spec, images: 1000, steps: 5000 })).toBe(310);
  expect(plannedSteps(openingSpec())).toBe(100);
});
