import * as tf from "@tensorflow/tfjs-core";
import type { Activation } from "../../../networks/settings";
import { activate } from "./model";

/**
 * Of each hidden unit over some images: its output on average, and the share of them on which it lets gradient through,
 * shape [K, units]. A filter counts at all its places. `sums` [K, any, units] as a pass yields them.
 */
export function unitsOf(
  sums: tf.Tensor3D,
  activation: Activation,
): { outputs: tf.Tensor2D; alive: tf.Tensor2D } {
  const outputs = activate[activation](sums);
  return { outputs: tf.mean(outputs, 1), alive: tf.mean(isAlive[activation](outputs), 1) };
}

/** 1 where a unit is alive, else 0; by tf.step, since comparisons are ten times slower on WebAssembly. */
const isAlive: Readonly<Record<Activation, (outputs: tf.Tensor3D) => tf.Tensor3D>> = {
  relu: (outputs) => tf.step(outputs),
  tanh: (outputs) => tf.step(tf.sub(0.99, tf.abs(outputs))),
  sigmoid: (outputs) => tf.step(tf.sub(0.49, tf.abs(tf.sub(outputs, 0.5)))),
};
