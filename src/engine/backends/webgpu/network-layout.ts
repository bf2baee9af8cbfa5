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

/** Places numbers of one or more copies: flat ones [copies, layout.parameters] in [copies, layout.size * 4]. */
export function placed(layout: NetworkLayout, flat: Float32Array): Float32Array<ArrayBuffer> {
  const target = new Float32Array((4 * layout.size * flat.length) / layout.parameters);
  eachNumber(layout, flat.length / layout.parameters, (from, to) => (target[to] = flat[from]!));
  return target;
}

/** The way back. */
export function unplaced(layout: NetworkLayout, from: Float32Array): Float32Array<ArrayBuffer> {
  const copies = from.length / (4 * layout.size);
  const flat = new Float32Array(copies * layout.parameters);
  eachNumber(layout, copies, (to, at) => (flat[to] = from[at]!));
  return flat;
}

/** Calls with the place in flat copies and in placed ones, for each number. */
function eachNumber(
  { layers, parameters, size }: NetworkLayout,
  copies: number,
  visit: (flat: number, placed: number) => void,
): void {
  for (let copy = 0; copy < copies; copy++)
    for (const { inputs, units, at, rowSize, weightsAt, biasesAt } of layers) {
      const [from, to] = [copy * parameters + at, 4 * copy * size];
      for (let unit = 0; unit < units; unit++) {
        const row = to + 4 * (weightsAt + unit * rowSize);
        for (let input = 0; input < inputs; input++) visit(from + input * units + unit, row + input);
        visit(from + inputs * units + unit, to + 4 * biasesAt + unit);
      }
    }
}
