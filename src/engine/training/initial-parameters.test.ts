import { expect, test } from "vitest";
import { networks } from "../../networks/index";
import { layersOf } from "../../networks/layers";
import { initialParameters } from "./initial-parameters";

const bounds = {
  glorot: (inputs: number, fanOut: number) => Math.sqrt(6 / (inputs + fanOut)),
  he: (inputs: number) => Math.sqrt(6 / inputs),
};

test.each(Object.entries(networks))(
  "%s starts within Glorot's or He's bound, its biases at zero",
  (_id, network) => {
    const layers = layersOf(network, network.hidden);
    for (const [init, boundOf] of Object.entries(bounds)) {
      const parameters = initialParameters(layers, init as keyof typeof bounds, 1);
      for (const { inputs, units, at, fanOut } of layers) {
        const weights = [...parameters.subarray(at, at + inputs * units)].map(Math.abs);
        const bound = boundOf(inputs, fanOut);
        expect(Math.max(...weights)).toBeLessThanOrEqual(bound);
        expect(Math.max(...weights)).toBeGreaterThan(0.9 * bound);
        for (const bias of parameters.subarray(at + inputs * units, at + (inputs + 1) * units))
          expect(bias).toBe(0);
      }
    }
  },
);

test("zeros are zeros", () => {
  const { hidden } = networks["mnist-mlp"];
  expect(initialParameters(layersOf(networks["mnist-mlp"], hidden), "zeros", 1).every((value) => value === 0)).toBe(true); // prettier-ignore
});
