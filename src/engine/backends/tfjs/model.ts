import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../networks/layers";
import type { Activation } from "../../../networks/settings";
import type { NetworkExperiment } from "../../compile";
import { ownConvolutions, sharedConvolution, sharedProduct } from "./products";

/** What is computed from an image: the layers in their order, and what follows each. */
export type Model = Pick<NetworkExperiment, "network" | "layers" | "settings">;

/** Weights [K, inputs, units] and biases [K, 1, units] of each layer, in turn. */
export type Parts = readonly tf.Tensor3D[];

/** Cuts parameters [K, all] into the layers' tensors. */
export const unpack = (theta: tf.Tensor2D, layers: readonly Layer[]): tf.Tensor3D[] =>
  layers.flatMap(({ inputs, units, at }) => [
    part(theta, at, [inputs, units]),
    part(theta, at + inputs * units, [1, units]),
  ]);

function part(theta: tf.Tensor2D, at: number, [rows, columns]: readonly [number, number]): tf.Tensor3D {
  const [runs] = theta.shape;
  return tf.reshape(tf.slice(theta, [0, at], [runs, rows * columns]), [runs, rows, columns]);
}

/** What an activation makes of sums. */
export const activate: Readonly<Record<Activation, <T extends tf.Tensor>(sums: T) => T>> = {
  relu: (sums) => tf.relu(sums),
  tanh: (sums) => tf.tanh(sums),
  sigmoid: (sums) => tf.sigmoid(sums),
};

export type Pass = {
  /** Class scores, shape [K, B, classes]. */
  readonly logits: tf.Tensor3D;
  /** What each hidden layer's activation is given, shape [K, B, units]; for filters [K, B * places, filters]. */
  readonly sums: readonly tf.Tensor3D[];
};

/**
 * Images [B, pixels] under each run's parameters. `masks` [B, inputs] are what the inputs of each fully connected layer
 * behind another are multiplied with, if anything. To be called in a tidy.
 */
export function forward(
  { network: { side, features }, layers, settings }: Model,
  parts: Parts,
  images: tf.Tensor2D,
  masks: readonly tf.Tensor2D[] = [],
): Pass {
  const active = activate[settings.activation];
  const [samples] = images.shape;
  const runs = parts[0]!.shape[0];
  const sums: tf.Tensor3D[] = [];
  /** Weights and biases of the next layer. */
  const next = () => [parts[2 * sums.length]!, parts[2 * sums.length + 1]!] as const;

  // Sums [K * B, side, side, filters] once a layer had weights. The largest sum has the largest output: activation waits for
  // the pooling, which leaves fewer.
  let values: tf.Tensor = tf.reshape(images, [samples, side, side, 1]);
  for (const feature of features) {
    const maps = values as tf.Tensor4D;
    if (feature.kind === "pool") {
      values = tf.maxPool(maps, feature.size, feature.size, "valid");
      continue;
    }
    const [weights, biases] = next();
    const seen =
      sums.length === 0
        ? sharedConvolution(maps, weights, feature.size)
        : ownConvolutions(active(maps), weights, feature.size);
    sums.push(tf.add(seen, biases));
    const left = maps.shape[1] - feature.size + 1;
    values = tf.reshape(sums.at(-1)!, [runs * samples, left, left, feature.filters]);
  }

  for (let fed = 0; sums.length < layers.length;) {
    const [weights, biases] = next();
    if (sums.length === 0) values = sharedProduct(tf.reshape(values, [samples, -1]), weights);
    else {
      const inputs = tf.reshape(active(values), [runs, samples, -1]);
      const mask = masks[fed++];
      values = tf.matMul(mask ? tf.mul(inputs, mask) : inputs, weights);
    }
    values = tf.add(values, biases);
    sums.push(values as tf.Tensor3D);
  }
  return { logits: sums.at(-1)!, sums: sums.slice(0, -1) };
}
