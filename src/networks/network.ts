/** A fully connected classifier: what the engine builds, as plain data. */
export type Network = {
  readonly name: string;
  readonly reference: string;
  readonly dataset: "mnist";
  readonly inputs: number;
  /** Units of each hidden layer; the link may change them. */
  readonly hidden: readonly number[];
  readonly outputs: number;
  readonly activation: "relu";
  readonly loss: "softmax-cross-entropy";
  readonly batch: number;
  readonly epochs: number;
  /** Learning rates worth watching here, by optimizer id; elsewhere the optimizer's default holds. */
  readonly rates: Readonly<Record<string, number>>;
};

/** Types a definition; does nothing else. */
export const defineNetwork = (network: Network): Network => network;

/** Sizes of all layers, input first. */
export const layerSizes = ({ inputs, outputs }: Network, hidden: readonly number[]): number[] => [
  inputs,
  ...hidden,
  outputs,
];

/** Weights and biases together. */
export const parameterCount = (sizes: readonly number[]): number =>
  sizes.slice(1).reduce((sum, size, i) => sum + (sizes[i]! + 1) * size, 0);
