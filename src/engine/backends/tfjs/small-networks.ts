import { randomOf } from "../../../experiment/random";
import { networks } from "../../../networks/index";
import { layersOf, parameterCount } from "../../../networks/layers";
import type { FeatureLayer, Network } from "../../../networks/network";
import { usualSettings, type Settings } from "../../../networks/settings";
import type { CompiledRun, NetworkExperiment } from "../../compile";
import type { Batch } from "../../training/batches";

type Small = {
  readonly side: number;
  readonly features?: readonly FeatureLayer[];
  readonly hidden?: readonly number[];
  readonly settings?: Partial<Settings>;
  readonly runs?: readonly CompiledRun[];
  readonly batch?: number;
};

/** An experiment with a network small enough for plain loops, of three classes. */
export function smallExperiment({
  side,
  features = [],
  hidden = [],
  settings = {},
  runs = [],
  batch = 6,
}: Small): NetworkExperiment {
  const network: Network = { ...networks["mnist-mlp"], side, features, hidden, outputs: 3 };
  return {
    kind: "network",
    network,
    layers: layersOf(network, hidden),
    settings: { ...usualSettings, ...settings },
    batch,
    epochs: 1,
    stepLimit: undefined,
    seed: 1,
    runs,
  };
}

/** Convolutions, pools that leave edges over, and a hidden layer: 8, 6, 3, 2, 1 pixels a side. */
export const smallFeatures: readonly FeatureLayer[] = [
  { kind: "conv", filters: 2, size: 3 },
  { kind: "pool", size: 2 },
  { kind: "conv", filters: 4, size: 2 },
  { kind: "pool", size: 2 },
];

/** Random parameters of some runs, shape [runs, all]. */
export function randomParameters({ layers }: NetworkExperiment, runs: number): Float32Array {
  const random = randomOf(3, "parameters");
  return Float32Array.from({ length: runs * parameterCount(layers) }, () => 0.7 * random.normal());
}

/** Random ink and labels. */
export function randomImages({ network }: NetworkExperiment, count: number): Batch {
  const random = randomOf(2, "images");
  return {
    images: Uint8Array.from({ length: count * network.side ** 2 }, () => 256 * random.uniform()),
    labels: Uint8Array.from({ length: count }, () => 3 * random.uniform()),
  };
}
