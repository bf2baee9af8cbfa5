import { describe, expect, it } from "vitest";
import { networks, resolveNetwork } from ".";
import { layersOf, parameterCount, sizesOf } from "./layers";
import { settingGroups, settings } from "./settings";

it("the reference model has the 8,070 parameters of 784-10-10-10", () => {
  const layers = layersOf(networks["mnist-mlp"], networks["mnist-mlp"].hidden);
  expect(sizesOf(layers)).toEqual([784, 10, 10, 10]);
  expect(parameterCount(layers)).toBe(8070);
  expect(layers.map(({ at }) => at)).toEqual([0, 7850, 7960]);
});

it("the convolutional one halves its images twice: 28, 24, 12, 8, 4 pixels a side", () => {
  const layers = layersOf(networks["mnist-cnn"], []);
  expect(layers.map(({ kind, inputs, units }) => [kind, inputs, units])).toEqual([
    ["conv", 25, 8],
    ["conv", 25 * 8, 16],
    ["dense", 4 * 4 * 16, 10],
  ]);
  expect(parameterCount(layers)).toBe(26 * 8 + 201 * 16 + 257 * 10);
});

it("layers that leave nothing of an image are refused", () => {
  const features = [{ kind: "conv", filters: 1, size: 29 }] as const;
  expect(() => layersOf({ side: 28, features, outputs: 10 }, [])).toThrow("too small");
});

describe.each(Object.entries(networks))("%s", (id, network) => {
  it("is found by its id", () => expect(resolveNetwork(id)).toBe(network));
  it("says where it comes from, and in one sentence what there is to learn from it", () => {
    expect(network.reference).not.toBe("");
    expect(network.teaches).toMatch(/^[A-Z][^.]+\.$/);
  });
  it("has whole, positive sizes, a place for each layer behind the one before it, and positive rates", () => {
    const layers = layersOf(network, network.hidden);
    for (const size of [...layers.flatMap((l) => [l.inputs, l.units]), network.batch, network.epochs])
      expect(Number.isInteger(size) && size > 0).toBe(true);
    layers.forEach(({ at }, i) => expect(at).toBe(parameterCount(layers.slice(0, i))));
    expect(network.hidden.length).toBeLessThanOrEqual(network.mostHidden);
    for (const rate of Object.values(network.rates)) expect(rate).toBeGreaterThan(0);
  });
});

describe.each(Object.entries(settings))("setting %s", (_name, setting) => {
  it("has a word, a hint, and a default that it would itself accept", () => {
    expect(setting.word && setting.hint).not.toBe("");
    // What is off or on has no value to be said.
    expect(setting.said.includes("{}")).toBe(setting.kind !== "switch");
    if (setting.kind === "choice") {
      expect(setting.choices).toContain(setting.value);
      expect(Object.keys(setting.words)).toEqual([...setting.choices]);
    }
    if (setting.kind === "number") {
      expect(setting.value).toBeGreaterThanOrEqual(setting.range[0]);
      expect(setting.value).toBeLessThanOrEqual(setting.range[1]);
    }
  });
});

it("every setting stands in one group", () => {
  expect(settingGroups.flatMap(({ names }) => names).sort()).toEqual(Object.keys(settings).sort());
});

it("networks are told apart by their names", () => {
  const names = Object.values(networks).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it("an unknown name is quoted back, an inherited one too", () => {
  expect(() => resolveNetwork("resnet")).toThrow("unknown network: resnet");
  expect(() => resolveNetwork("toString")).toThrow("unknown network: toString");
});
