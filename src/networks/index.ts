import { mnistMlp } from "./mnist-mlp";
import type { Network } from "./network";

/** Every network, by the id the link uses. */
export const networks = { "mnist-mlp": mnistMlp } satisfies Record<string, Network>;

/** Id of a listed network. */
export type NetworkId = keyof typeof networks;

/** The network of that id; throws where there is none. */
export function resolveNetwork(name: string): Network {
  if (!isNetworkId(name)) throw new Error(`unknown network: ${name}`);
  return networks[name];
}

/** Whether a network of that id is listed. */
export const isNetworkId = (name: string): name is NetworkId => Object.hasOwn(networks, name);
