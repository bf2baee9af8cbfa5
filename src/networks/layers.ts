import type { Network } from "./network";

/** Where a layer's numbers lie in a run's flat parameters: weights [inputs, units] row by row, then biases [units]. */
export type Layer = {
  readonly kind: "dense" | "conv";
  /** Numbers that one unit sees at once: for filters [size, size, channels]. */
  readonly inputs: number;
  /** Units, or filters. */
  readonly units: number;
  readonly at: number;
  /** Units that one input reaches, as initialisations count them. */
  readonly fanOut: number;
};

type LayerSource = Pick<Network, "side" | "features" | "outputs">;

/** The layers with weights, in order. Throws where the image is too small for the features. */
export function layersOf({ side, features, outputs }: LayerSource, hidden: readonly number[]): Layer[] {
  const layers: Layer[] = [];
  let at = 0;
  const push = (layer: Omit<Layer, "at">) => {
    layers.push({ ...layer, at });
    at += (layer.inputs + 1) * layer.units;
  };
  let [width, channels] = [side, 1];
  for (const feature of features) {
    const { size } = feature;
    if (feature.kind === "pool") width = Math.floor(width / size);
    else {
      const { filters } = feature;
      push({ kind: "conv", inputs: size * size * channels, units: filters, fanOut: size * size * filters });
      [width, channels] = [width - size + 1, filters];
    }
    if (width < 1) throw new Error(`an image of ${side} pixels is too small for these layers`);
  }
  let inputs = width * width * channels;
  for (const units of [...hidden, outputs]) {
    push({ kind: "dense", inputs, units, fanOut: units });
    inputs = units;
  }
  return layers;
}

/** Weights and biases together. */
export const parameterCount = (layers: readonly Layer[]): number =>
  layers.reduce((sum, { inputs, units }) => sum + (inputs + 1) * units, 0);

/** Sizes of a fully connected network's layers, input first. */
export const sizesOf = (layers: readonly Layer[]): number[] => [
  layers[0]!.inputs,
  ...layers.map(({ units }) => units),
];

/** Whether all layers are fully connected. */
export const isFullyConnected = (layers: readonly Layer[]): boolean =>
  layers.every(({ kind }) => kind === "dense");
