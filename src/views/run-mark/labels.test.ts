import { expect, it } from "vitest";
import type { RunSpec } from "../../experiment/spec";
import { surfaceSpec } from "../../experiment/usual-spec";
import { optimizers } from "../../optimizers/index";
import { labelBeside, nameBesideConvention } from "./label-beside";
import { labelParts, runLabels } from "./labels";
import { shortLabels } from "./short-labels";

it("runs are called by their optimizers, a second one of the same is counted", () => {
  const { runs } = surfaceSpec("ravine");
  expect(runLabels({ rules: [], runs: [...runs, runs[0]!, runs[0]!] })).toEqual([
    "Momentum",
    "RMSprop",
    "Momentum 2",
    "Momentum 3",
  ]);
});

it("runs of one optimizer are told apart by what no two of them share, the rate first", () => {
  const labels = (...runs: RunSpec[]) => runLabels({ rules: [], runs });
  expect(labels(momentum(0.002, 0.9), momentum(2e-5, 0.5))).toEqual([
    "Momentum η\u00a00.002",
    "Momentum η\u00a02e-5",
  ]);
  expect(labels(momentum(0.002, 0.9), momentum(0.002, 0.5))).toEqual([
    "Momentum μ\u00a00.9",
    "Momentum μ\u00a00.5",
  ]);
  expect(labels(momentum(0.002, 0.9), momentum(0.002, 0.9), momentum(0.003, 0.5))).toEqual([
    "Momentum",
    "Momentum 2",
    "Momentum 3",
  ]);
  expect(labels({ ...momentum(0.002, 0.9), label: "Momentum" }, momentum(0.003, 0.9))).toEqual([
    "Momentum",
    "Momentum 2",
  ]);
});

it("a name beside the setting that is in it does without", () => {
  expect(labelBeside("Momentum η\u00a00.002", ["lr", "momentum"])).toBe("Momentum");
  expect(labelBeside("Momentum η\u00a00.002", ["momentum"])).toBe("Momentum η\u00a00.002");
  expect(labelBeside("Momentum 2", ["lr", "momentum"])).toBe("Momentum 2");
  expect(labelBeside("Momentum η 0.1", ["lr", "momentum"])).toBe("Momentum η 0.1");
});

it("a name beside its convention does without, unless a visitor wrote it", () => {
  const keras: RunSpec = { ...momentum(0.002, 0.9), convention: "keras" };
  expect(nameBesideConvention("Momentum, Keras", keras)).toBe("Momentum");
  expect(nameBesideConvention("Momentum, Keras", { ...keras, convention: "textbook" })).toBe(
    "Momentum, Keras",
  );
  expect(nameBesideConvention("Mine, Keras", { ...keras, label: "Mine, Keras" })).toBe("Mine, Keras");
});

it("what tells a name from its like is not taken for something a visitor wrote", () => {
  expect(labelParts("My rule strength\u00a00.5")).toEqual(["My rule", " strength\u00a00.5"]);
  expect(labelParts("Nesterov 动量 2")).toEqual(["Nesterov 动量", " 2"]);
  for (const written of ["My type e", "Momentum η 0.1", "Run 20240101120000123"])
    expect(labelParts(written)).toEqual([written, ""]);
});

it("a name that is cut keeps what tells it from its like", () => {
  expect(shortLabels(["Gradient descent η\u00a00.002", "Gradient descent 2"])).toEqual([
    "Gradient… η\u00a00.002",
    "Gradient desce… 2",
  ]);
  expect(shortLabels(["Run 20240101120000123"])).toEqual(["Run 202401011200…"]);
  const alike = ["Momentum, Keras η\u00a00.01", "Momentum, Textbook η\u00a00.01"];
  expect(shortLabels([...alike, "Gradient descent 2"])).toEqual([
    "Mome…Keras η\u00a00.01",
    "Mome…tbook η\u00a00.01",
    "Gradient desce… 2",
  ]);
  expect(shortLabels(["Heavy ball, my first attempt", "Heavy ball, my first failure"])).toEqual([
    "Heavy ba… attempt",
    "Heavy ba… failure",
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
  expect(shortLabels(["轻".repeat(18)])).toEqual([`${"轻".repeat(16)}…`]);
  const names = Object.values(optimizers).map(({ name }) => name);
  expect(shortLabels(names)).toEqual(names);
});

const momentum = (lr: number, momentum: number): RunSpec => ({
  optimizer: "momentum",
  convention: "pytorch",
  hyperparameters: { lr, momentum },
  number: 1,
});
