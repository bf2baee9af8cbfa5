import { expect, it } from "vitest";
import type { RunSpec } from "../../experiment/spec";
import { surfaceSpec } from "../../experiment/usual-spec";
import { optimizers } from "../../optimizers/index";
import { runLabels, shortLabel } from "./labels";

it("runs are called by their optimizers, a second one of the same is counted", () => {
  const { runs } = surfaceSpec("ravine");
  expect(runLabels({ rules: [], runs: [...runs, runs[0]!, runs[0]!] })).toEqual([
    "Momentum",
    "RMSprop",
    "Momentum 2",
    "Momentum 3",
  ]);
});

it("a convention is named where another run of the same optimizer has another", () => {
  const rmsprop = (convention: RunSpec["convention"]): RunSpec => ({
    optimizer: "rmsprop",
    convention,
    hyperparameters: {},
    number: 1,
  });
  const labels = (...conventions: RunSpec["convention"][]) =>
    runLabels({ rules: [], runs: conventions.map(rmsprop) });
  expect(labels("keras", "keras")).toEqual(["RMSprop", "RMSprop 2"]);
  expect(labels("pytorch", "keras", "textbook", "keras")).toEqual([
    "RMSprop",
    "RMSprop, Keras",
    "RMSprop, Textbook",
    "RMSprop, Keras 2",
  ]);
});

it("a run goes by the name it was given, cut where there is room for no more than an optimizer's", () => {
  const { runs } = surfaceSpec("ravine");
  const labels = runLabels({ rules: [], runs: [{ ...runs[0]!, label: "Heavy ball" }, ...runs] });
  expect(labels).toEqual(["Heavy ball", "Momentum", "RMSprop"]);
  expect(shortLabel("轻".repeat(18))).toBe(`${"轻".repeat(16)}…`);
  for (const { name } of Object.values(optimizers)) expect(shortLabel(name)).toBe(name);
});
