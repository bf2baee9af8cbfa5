import { expect, it } from "vitest";
import { ratesAround, withRatesAround } from "./rates-around";
import { maximumRuns, type ExperimentSpec, type RunSpec } from "./spec";
import { networkSpec, surfaceSpec } from "./usual-spec";

const momentum = (lr: number, number = 1): RunSpec => ({
  optimizer: "momentum",
  convention: "pytorch",
  hyperparameters: { lr },
  number,
});
const of = (runs: RunSpec[], spec: ExperimentSpec = networkSpec("mnist-mlp")): ExperimentSpec => ({
  ...spec,
  runs,
});

it("rates around a run's are a third and a tenth of it, and three and ten times as much, to two digits", () => {
  expect(ratesAround(of([momentum(0.01)]), momentum(0.01))).toEqual([0.001, 0.003, 0.03, 0.1]);
  expect(ratesAround(of([momentum(0.0123)]), momentum(0.0123))).toEqual([0.0012, 0.0037, 0.037, 0.12]);
});

it("they stay on the slider, and none is there twice", () => {
  expect(ratesAround(of([momentum(0.0005)]), momentum(0.0005))).toEqual([0.00015, 0.0015, 0.005]);
  const two = of([momentum(0.01, 1), momentum(0.1, 2)]);
  expect(ratesAround(two, two.runs[0]!)).toEqual([0.001, 0.003, 0.03]);
  const heavier = { ...momentum(0.1, 2), hyperparameters: { lr: 0.1, momentum: 0.5 } };
  expect(ratesAround(of([momentum(0.01), heavier]), momentum(0.01))).toHaveLength(4);
});

it("where not all have room it is the nearest that come, and none where there is none", () => {
  const others = (count: number) => Array.from({ length: count }, (_, i) => momentum(0.5, i + 2));
  expect(ratesAround(of([momentum(0.01), ...others(5)]), momentum(0.01))).toEqual([0.003, 0.03]);
  expect(ratesAround(of([momentum(0.01), ...others(maximumRuns - 1)]), momentum(0.01))).toEqual([]);
});

it("a rule without a learning rate has none to compare", () => {
  const rules = [{ name: "still", update: "theta = theta - 0.1 * g" }];
  const still = { ...momentum(1), optimizer: "still", hyperparameters: {} };
  expect(ratesAround({ ...of([still]), rules }, still)).toBeUndefined();
});

it.each([networkSpec("mnist-mlp"), surfaceSpec("ravine")])(
  "copies stand behind their run, with free numbers and all else as it has it (%#)",
  (base) => {
    const run: RunSpec = { ...momentum(0.01, 2), schedule: { id: "cosine", parameters: {} } };
    const { runs } = withRatesAround(of([run, momentum(0.5, 3)], base), 0);
    expect(runs.map(({ hyperparameters: { lr } }) => lr)).toEqual([0.01, 0.001, 0.003, 0.03, 0.1, 0.5]);
    expect(runs.map(({ number }) => number)).toEqual([2, 1, 4, 5, 6, 3]);
    expect(runs.slice(0, 5).map(({ schedule }) => schedule?.id)).toEqual(Array(5).fill("cosine"));
  },
);
