import { describe, expect, it } from "vitest";
import { networks, resolveNetwork } from ".";
import { layerSizes, parameterCount } from "./network";

it("the reference model has the 8,070 parameters of 784-10-10-10", () => {
  const { hidden } = networks["mnist-mlp"];
  expect(layerSizes(networks["mnist-mlp"], hidden)).toEqual([784, 10, 10, 10]);
  expect(parameterCount([784, 10, 10, 10])).toBe(8070);
});

describe.each(Object.entries(networks))("%s", (id, network) => {
  it("is found by its id", () => expect(resolveNetwork(id)).toBe(network));
  it("says where it comes from", () => expect(network.reference).not.toBe(""));
  it("has whole, positive sizes and positive rates", () => {
    for (const size of [...layerSizes(network, network.hidden), network.batch, network.epochs]) {
      expect(Number.isInteger(size) && size > 0).toBe(true);
    }
    for (const rate of Object.values(network.rates)) expect(rate).toBeGreaterThan(0);
  });
});

it("an unknown name is quoted back, an inherited one too", () => {
  expect(() => resolveNetwork("resnet")).toThrow("unknown network: resnet");
  expect(() => resolveNetwork("toString")).toThrow("unknown network: toString");
});
