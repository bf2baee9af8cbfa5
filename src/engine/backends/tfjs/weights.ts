import { randomOf } from "../../../experiment/random";
import { parameterCount } from "../../../networks/network";

/** Where a layer's numbers lie in a run's flat parameters: weights [inputs, units] row by row, then biases [units]. */
export type Layer = { readonly inputs: number; readonly units: number; readonly at: number };

/** The layers of a fully connected network, input first in `sizes`. */
export const layersOf = (sizes: readonly number[]): Layer[] =>
  sizes.slice(1).map((units, i) => ({ inputs: sizes[i]!, units, at: parameterCount(sizes.slice(0, i + 1)) }));

/**
 * Parameters to start from, shape [parameterCount(sizes)]: weights uniform within +-sqrt(6 / (inputs + units)) (Glorot &
 * Bengio 2010), biases 0.
 */
export function initialParameters(sizes: readonly number[], seed: number): Float32Array {
  const random = randomOf(seed, "weights");
  const parameters = new Float32Array(parameterCount(sizes));
  for (const { inputs, units, at } of layersOf(sizes)) {
    const bound = Math.sqrt(6 / (inputs + units));
    for (let i = 0; i < inputs * units; i++) parameters[at + i] = bound * (2 * random.uniform() - 1);
  }
  return parameters;
}
