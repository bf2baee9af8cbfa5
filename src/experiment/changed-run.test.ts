import { expect, test } from "vitest";
import { inConvention, withModifier, withSchedule } from "./changed-run";
import { hyperparametersOf, ruleOf, type RunSpec } from "./spec";

const spec = { rules: [] };
const run: RunSpec = { optimizer: "rmsprop", convention: "pytorch", hyperparameters: { clip: 2 }, number: 3 };

test("another convention keeps the rate a run walks at, and its modifiers, and what it knows; the rest is that convention's", () => {
  const keras = inConvention(spec, run, "keras");
  expect(hyperparametersOf(keras, ruleOf(spec, keras))).toMatchObject({
    lr: 0.01,
    rho: 0.9,
    eps: 1e-7,
    clip: 2,
  });
  expect(inConvention(spec, keras, "pytorch")).toEqual(run);
  const mine = { ...run, hyperparameters: { lr: 0.001, rho: 0.5 } };
  expect(inConvention(spec, mine, "keras").hyperparameters).toEqual({ rho: 0.5 });
  const usual = { ...run, hyperparameters: { lr: 0.001 } };
  expect(inConvention(spec, usual, "keras").hyperparameters).toEqual({});
});

test("what is switched on can be switched off again without a trace", () => {
  const changed = withModifier(withSchedule(run, { id: "cosine", parameters: {} }), "decay", 0.1);
  expect(changed).toMatchObject({ hyperparameters: { clip: 2, decay: 0.1 }, schedule: { id: "cosine" } });
  expect(withSchedule(withModifier(changed, "decay", undefined), undefined)).toEqual(run);
});
