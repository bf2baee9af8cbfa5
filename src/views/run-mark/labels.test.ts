import { expect, it } from "vitest";
import { surfaceSpec } from "../../experiment/usual-spec";
import { runLabels } from "./labels";

it("runs are called by their optimizers, a second one of the same is counted", () => {
  const { runs } = surfaceSpec("ravine");
  expect(runLabels({ rules: [], runs: [...runs, runs[0]!, runs[0]!] })).toEqual([
    "Momentum",
    "RMSprop",
    "Momentum 2",
    "Momentum 3",
  ]);
});
