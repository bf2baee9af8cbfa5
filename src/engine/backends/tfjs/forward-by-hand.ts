import type { Layer } from "../../../networks/layers";
import type { Network } from "../../../networks/network";
import type { Activation } from "../../../networks/settings";

/** What the plain loops compute. */
export type ByHand = {
  readonly network: Pick<Network, "side" | "features">;
  readonly layers: readonly Layer[];
  readonly activation: Activation;
};

/** Scores of one image, shape [classes], and what each hidden layer gives out: [units], or of filters [places * filters]. */
export type Scores = { readonly scores: number[]; readonly outputs: number[][] };

/**
 * One image's inputs [pixels] through a network in float64, by plain loops: what tensors are tested against. `masks` are
 * what the inputs of each fully connected layer behind another are multiplied with.
 */
export function forwardByHand(
  { network, layers, activation }: ByHand,
  theta: ArrayLike<number>,
  inputs: ArrayLike<number>,
  masks: readonly ArrayLike<number>[] = [],
): Scores {
  const active = activations[activation];
  const outputs: number[][] = [];
  let values = Array.from(inputs);
  let [side, channels] = [network.side, 1];

  for (const feature of network.features) {
    const { size } = feature;
    if (feature.kind === "pool") {
      const left = Math.floor(side / size);
      values = places(left, channels).map(([row, column, channel]) =>
        Math.max(
          ...places(size, 1).map(
            ([i, j]) => values[((row * size + i) * side + column * size + j) * channels + channel]!,
          ),
        ),
      );
      side = left;
      continue;
    }
    const layer = layers[outputs.length]!;
    const left = side - size + 1;
    values = places(left, feature.filters).map(([row, column, filter]) =>
      active(
        sumOf(theta, layer, filter, (input) => {
          const [i, j] = [Math.floor(input / channels / size), Math.floor(input / channels) % size];
          return values[((row + i) * side + column + j) * channels + (input % channels)]!;
        }),
      ),
    );
    outputs.push(values);
    [side, channels] = [left, feature.filters];
  }

  for (let fed = 0; ;) {
    const layer = layers[outputs.length]!;
    const mask = outputs.length > 0 ? masks[fed++] : undefined;
    const seen = values.map((value, i) => value * (mask ? mask[i]! : 1));
    const sums = Array.from({ length: layer.units }, (_, unit) =>
      sumOf(theta, layer, unit, (input) => seen[input]!),
    );
    if (outputs.length === layers.length - 1) return { scores: sums, outputs };
    values = sums.map(active);
    outputs.push(values);
  }
}

/** Cross-entropy of scores where `label` is right. */
export function crossEntropy(scores: readonly number[], label: number): number {
  const largest = Math.max(...scores);
  return (
    Math.log(scores.reduce((sum, score) => sum + Math.exp(score - largest), 0)) + largest - scores[label]!
  );
}

const activations: Readonly<Record<Activation, (sum: number) => number>> = {
  relu: (sum) => Math.max(0, sum),
  tanh: Math.tanh,
  sigmoid: (sum) => 1 / (1 + Math.exp(-sum)),
};

/** A unit's bias, and its inputs by its weights. */
function sumOf(
  theta: ArrayLike<number>,
  { at, inputs, units }: Layer,
  unit: number,
  valueAt: (input: number) => number,
): number {
  let sum = theta[at + inputs * units + unit]!;
  for (let input = 0; input < inputs; input++) sum += valueAt(input) * theta[at + input * units + unit]!;
  return sum;
}

/** Row, column and channel of every place of a square. */
const places = (side: number, channels: number): [number, number, number][] =>
  Array.from({ length: side * side * channels }, (_, i) => [
    Math.floor(i / channels / side),
    Math.floor(i / channels) % side,
    i % channels,
  ]);
