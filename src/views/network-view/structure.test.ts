import { expect, it } from "vitest";
import { networks } from "../../networks/index";
import { layersOf } from "../../networks/layers";
import { layerName, parametersInWords, structureInWords } from "./structure";

it("a network is told by its sizes, or by its filters", () => {
  const words = Object.values(networks).map((network) =>
    structureInWords(network, layersOf(network, network.hidden)),
  );
  expect(words).toEqual(["784–10–10–10", "784–10", "8 filters, pool, 16 filters, pool, 10"]);
});

it("its layers are counted, and the last one is the output", () => {
  const layers = layersOf(networks["mnist-mlp"], [10, 10]);
  expect(layers.map((_, i) => layerName(layers, i))).toEqual(["layer 1", "layer 2", "output"]);
  expect(parametersInWords(layers)).toBe("8,070 parameters");
});
