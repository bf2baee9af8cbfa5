import { parameterCount, type Layer } from "../../../networks/layers";

/** Where a layer lies in the kernels' buffers; places and sizes in vec4s unless said. */
export type PlacedLayer = Pick<Layer, "inputs" | "units" | "at"> & {
  /** A unit's weights, filled up to whole vec4s; the outputs of the layer before it have the same size. */
  readonly rowSize: number;
  readonly weightsAt: number;
  readonly biasesAt: number;
  /** In a sample's row of outputs. */
  readonly outputsAt: number;
  /** In a sample's row of deltas, in numbers. */
  readonly deltasAt: number;
};

/**
 * How a run's numbers lie in the kernels' buffers. Parameters: of each layer the weights, a row a unit, then the biases,
 * each filled up to whole vec4s, so that what reads along the inputs reads four at once.
 */
export type NetworkLayout = {
  readonly layers: readonly PlacedLayer[];
  /** Numbers of flat parameters. */
  readonly parameters: number;
  /** The same in the kernels' buffers, in vec4s. */
  readonly size: number;
  /** A sample's outputs of all layers, in vec4s. */
  readonly outputsSize: number;
  /** A sample's deltas, the gradient of its loss by each unit's sum, and behind them its loss: in numbers. */
  readonly deltasSize: number;
};

/** Vec4s that hold so many numbers. */
export const vec4s = (numbers: number): number => Math.ceil(numbers / 4);

/** Places layers one behind the other. */
export function layoutOf(layers: readonly Layer[]): NetworkLayout {
  let [size, outputsSize, deltasSize] = [0, 0, 0];
  const placed = layers.map(({ inputs, units, at }): PlacedLayer => {
    const rowSize = vec4s(inputs);
    const layer = { inputs, units, at, rowSize, weightsAt: size, biasesAt: size + units * rowSize };
    size = layer.biasesAt + vec4s(units);
    const behind = { outputsAt: outputsSize, deltasAt: deltasSize };
    outputsSize += vec4s(units);
    deltasSize += units;
    return { ...layer, ...behind };
  });
  return {
    layers: placed,
    parameters: parameterCount(layers),
    size,
    outputsSize,
    deltasSize: deltasSize + 1,
  };
}

/** Writes flat parameters, as networks/layers.ts lays them, into `target`, shape [layout.size * 4]. */
export function place({ layers }: NetworkLayout, flat: Float32Array, target: Float32Array): void {
  for (const layer of layers) eachNumber(layer, (from, to) => (target[to] = flat[from]!));
}

/** The way back: reads flat parameters from `placed` into `target`. */
export function unplace({ layers }: NetworkLayout, placed: Float32Array, target: Float32Array): void {
  for (const layer of layers) eachNumber(layer, (to, from) => (target[to] = placed[from]!));
}

/** Calls with the place in flat parameters and in placed ones, for each number of a layer. */
function eachNumber(
  { inputs, units, at, rowSize, weightsAt, biasesAt }: PlacedLayer,
  visit: (flat: number, placed: number) => void,
): void {
  for (let unit = 0; unit < units; unit++) {
    const row = 4 * (weightsAt + unit * rowSize);
    for (let input = 0; input < inputs; input++) visit(at + input * units + unit, row + input);
    visit(at + inputs * units + unit, 4 * biasesAt + unit);
  }
}
