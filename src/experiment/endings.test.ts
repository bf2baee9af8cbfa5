import { expect, it } from "vitest";
import { endingOf, mostEndings, triedOf, withEndings, type Ending } from "./endings";
import type { NetworkSpec, RunSpec } from "./spec";
import { networkSpec, runOn } from "./usual-spec";
import { resolveNetwork } from "../networks/index";

const spec = networkSpec("mnist-mlp");
const momentum = runOn(resolveNetwork("mnist-mlp"), "momentum", 1);
const at = (lr: number, run: RunSpec = momentum): RunSpec => ({
  ...run,
  hyperparameters: { ...run.hyperparameters, lr },
});
const three = ended([at(0.1), 0.5], [at(0.001), 2], [at(1), Infinity]);

it("what other rates have ended in is told from the least to the greatest, one that diverged among them", () => {
  expect(triedOf(three, spec, at(0.02), "lr")).toEqual([
    { value: 0.001, loss: 2 },
    { value: 0.1, loss: 0.5 },
    { value: 1, loss: Infinity },
  ]);
});

it("of another number, only those that have the same rate are told", () => {
  const heavier: RunSpec = { ...at(0.1), hyperparameters: { lr: 0.1, momentum: 0.99 } };
  const known = withEndings(three, ended([heavier, 0.7]));
  expect(triedOf(known, spec, at(0.1), "momentum").map(({ value }) => value)).toEqual([0.9, 0.99]);
  expect(triedOf(known, spec, at(0.1), "lr")).toHaveLength(3);
});

it("what was left at its default is what was set to it", () => {
  const said: RunSpec = { ...at(0.1), hyperparameters: { lr: 0.1, momentum: 0.9, dampening: 0 } };
  expect(triedOf(three, spec, said, "lr")).toHaveLength(3);
});

it.each<[string, Partial<NetworkSpec>]>([
  ["network", { network: "mnist-logistic", hidden: [] }],
  ["layers", { hidden: [20] }],
  ["batch", { batch: 64 }],
  ["seed", { seed: 2 }],
  ["budget", { steps: 99 }],
  ["images", { images: 1000 }],
  ["dropout", { dropout: 0.5 }],
])("another %s is another training: nothing is told of it", (_, change) => {
  expect(triedOf(three, { ...spec, ...change }, at(0.1), "lr")).toEqual([]);
});

it.each<[string, RunSpec]>([
  ["optimizer", { ...at(0.1), optimizer: "adam" }],
  ["convention", { ...at(0.1), convention: "keras" }],
  ["schedule", { ...at(0.1), schedule: { id: "cosine", parameters: {} } }],
  ["clipping", { ...at(0.1), hyperparameters: { lr: 0.1, clipNorm: 1 } }],
  ["momentum", { ...at(0.1), hyperparameters: { lr: 0.1, momentum: 0.5 } }],
])("another %s is another training of the run", (_, run) => {
  expect(triedOf(three, spec, run, "lr")).toEqual([]);
});

it("a rule of the visitor's that is written anew under its name is another", () => {
  const own: RunSpec = { ...at(0.1), optimizer: "mine" };
  const ruled = (text: string): NetworkSpec => ({ ...spec, rules: [{ name: "mine", update: text }] });
  const known = [endingOf(ruled("theta = theta - lr * g"), own, 1)];
  expect(triedOf(known, ruled("theta = theta - lr * g"), own, "lr")).toHaveLength(1);
  expect(triedOf(known, ruled("theta = theta - lr * sign(g)"), own, "lr")).toEqual([]);
});

it("names, colours and what is only measured decide nothing, nor the order in which a spec was put together", () => {
  const turned = Object.fromEntries(Object.entries(spec).reverse()) as unknown as NetworkSpec;
  const named = { ...at(0.1), number: 5, label: "Heavy ball" };
  expect(triedOf(three, { ...turned, fgsm: 0.1 }, named, "lr")).toHaveLength(3);
});

it("the same training ends once, and the oldest is forgotten first", () => {
  expect(withEndings(three, ended([at(0.1), 0.4])).map(({ loss }) => loss)).toEqual([2, Infinity, 0.4]);
  // Two runs may be the very same.
  expect(withEndings([], ended([at(0.1), 0.4], [at(0.1), 0.4]))).toHaveLength(1);
  const many = Array.from({ length: mostEndings }, (_, i) => endingOf(spec, at(2 + i), i));
  const known = withEndings(three, many);
  expect(known).toHaveLength(mostEndings);
  expect(triedOf(known, spec, at(0.1), "lr")[0]).toEqual({ value: 2, loss: 0 });
});

function ended(...runs: [RunSpec, loss: number][]): Ending[] {
  return runs.map(([run, loss]) => endingOf(spec, run, loss));
}
