import { expect, test } from "vitest";
import { switchedOn } from "./switched-on";

test("what stands around a rule is said in the order in which it acts, the schedule last", () => {
  const hyperparameters = { lr: 0.1, clipWeights: 2, clip: 1, l1: 0.001, clipNorm: 5 };
  expect(switchedOn({ hyperparameters, schedule: { id: "one-cycle", parameters: {} } })).toEqual([
    "L1 0.001",
    "clip norm 5",
    "clip 1",
    "clip weights 2",
    "one-cycle",
  ]);
  expect(switchedOn({ hyperparameters: { lr: 1 } })).toEqual([]);
  const until = { step: 60, hyperparameters: {} };
  expect(switchedOn({ hyperparameters: { lr: 1 }, until })).toEqual(["from step 60"]);
});
