import { randomOf } from "../../experiment/random";
import { parameterCount, type Layer } from "../../networks/layers";
import type { Initialisation } from "../../networks/settings";

/**
 * Parameters to start from, shape [parameterCount(layers)]: weights uniform within +-sqrt(6 / (inputs + fanOut)) (Glorot &
 * Bengio 2010) or +-sqrt(6 / inputs) (He et al. 2015), or 0; biases 0.
 */
export function initialParameters(
  layers: readonly Layer[],
  init: Initialisation,
  seed: number,
): Float32Array<ArrayBuffer> {
  const random = randomOf(seed, "weights");
  const parameters = new Float32Array(parameterCount(layers));
  for (const { inputs, units, at, fanOut } of layers) {
    const bound = bounds[init](inputs, fanOut);
    for (let i = 0; i < inputs * units; i++) parameters[at + i] = bound * (2 * random.uniform() - 1);
  }
  return parameters;
}

const bounds: Readonly<Record<Initialisation, (fanIn: number, fanOut: number) => number>> = {
  glorot: (fanIn, fanOut) => Math.sqrt(6 / (fanIn + fanOut)),
  he: (fanIn) => Math.sqrt(6 / fanIn),
  zeros: () => 0,
};
