import { expect, test } from "vitest";
import { beforeBranch, branchedAt, leftRuns, withoutBranch } from "./branch";
import type { RunSpec } from "./spec";

const run: RunSpec = {
  optimizer: "adam",
  convention: "pytorch",
  hyperparameters: { lr: 0.3, clip: 2, decay: 0.1 },
  until: { step: 60, hyperparameters: { beta1: 0.5, clip: 1, l1: 3 } },
  number: 1,
};

test("before its branch a run has the numbers of then, and around its rule what is there now", () => {
  expect(beforeBranch(run).hyperparameters).toEqual({ beta1: 0.5, clip: 1, decay: 0.1 });
  expect(beforeBranch(run)).not.toHaveProperty("until");
});

test("a run branches once, and is whole again without", () => {
  const whole = withoutBranch(run);
  expect(branchedAt(run, 5)).toBe(run);
  expect(branchedAt(whole, 5).until).toEqual({ step: 5, hyperparameters: whole.hyperparameters });
  expect(leftRuns([whole, run, whole])).toEqual([beforeBranch(run)]);
});
