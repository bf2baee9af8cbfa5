import { resolveNetwork } from "../../networks/index";
import { layersOf } from "../../networks/layers";
import type { NetworkSpec } from "../spec";

/** A step from an image to the class scores, as both frameworks have them. */
export type ModelLayer =
  | { readonly kind: "conv"; readonly channels: number; readonly filters: number; readonly size: number }
  | { readonly kind: "pool"; readonly size: number }
  | { readonly kind: "flatten" }
  | { readonly kind: "dropout"; readonly share: number }
  | { readonly kind: "dense"; readonly inputs: number; readonly units: number; readonly isLast: boolean };

/** A spec's network from the image to the class scores; an activation follows all that has weights but the last. */
export function modelOf({ network: id, hidden, dropout }: NetworkSpec): ModelLayer[] {
  const network = resolveNetwork(id);
  const layers = layersOf(network, hidden);
  const model: ModelLayer[] = [];
  let channels = 1;
  for (const feature of network.features) {
    model.push(feature.kind === "pool" ? feature : { ...feature, channels });
    if (feature.kind === "conv") channels = feature.filters;
  }
  model.push({ kind: "flatten" });
  for (const layer of layers.filter(({ kind }) => kind === "dense")) {
    // Pixels are never left out, only what hidden units make of them.
    if (dropout > 0 && layer !== layers[0]) model.push({ kind: "dropout", share: dropout });
    model.push({ kind: "dense", inputs: layer.inputs, units: layer.units, isLast: layer === layers.at(-1) });
  }
  return model;
}

/** "MNIST, multilayer perceptron, hidden layers of 10 and 10, mini-batches of 32, 10 epochs". */
export function networkWords(spec: NetworkSpec): string {
  const { name, mostHidden } = resolveNetwork(spec.network);
  const { hidden, batch, epochs } = spec;
  return [
    name,
    ...(mostHidden > 0 ? [`hidden ${hidden.length > 1 ? "layers" : "layer"} of ${hidden.join(", ")}`] : []),
    `mini-batches of ${batch}`,
    `${epochs} ${epochs > 1 ? "epochs" : "epoch"}`,
  ].join(", ");
}
