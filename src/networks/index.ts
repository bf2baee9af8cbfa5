import { mnistCnn } from "./mnist-cnn";
import { mnistLogistic } from "./mnist-logistic";
import { mnistMlp } from "./mnist-mlp";
import type { Network } from "./network";

/** Every network, by the id the link uses; the first is shown where none is named. */
export const networks = {
  "mnist-mlp": mnistMlp,
  "mnist-logistic": mnistLogistic,
  "mnist-cnn": mnistCnn,
} satisfies Record<string, Network>;

/** The network of that id; throws where there is none. */
export function resolveNetwork(name: string): Network {
  if (!Object.hasOwn(networks, name)) throw new Error(`unknown network: ${name}`);
  return networks[name as keyof typeof networks];
}
