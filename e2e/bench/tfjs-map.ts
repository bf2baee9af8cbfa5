import * as tf from "@tensorflow/tfjs-core";
import type { AdamMap, Endings } from "./map";

/** What an optimizer made of tensors holds for one coordinate of all runs: shape [runs] each. */
type Slot = { readonly theta: tf.Tensor1D; readonly m: tf.Tensor1D; readonly v: tf.Tensor1D };

/** The map in tensor operations written by hand, its gradient too; `onPeak` hears the bytes of all tensors in each step. */
export async function tfjsMap(
  map: AdamMap,
  steps: number,
  onPeak: (bytes: number) => void,
): Promise<Endings> {
  const lr = tf.tensor1d(map.lr, "float32");
  let [x, y] = [map.x, map.y].map((start): Slot => {
    const theta = tf.tensor1d(start, "float32");
    return { theta, m: tf.zerosLike(theta), v: tf.zerosLike(theta) };
  });
  for (let t = 1; t <= steps; t++) {
    const before = [x!, y!];
    [x, y] = tf.tidy(() => {
      const g = gradient(x!.theta, y!.theta);
      const moved = before.map((slot, i) => adam(map, lr, slot, g[i]!, t));
      onPeak(tf.memory().numBytes);
      return moved;
    });
    tf.dispose(before);
  }
  const loss = tf.tidy(() => lossAt(x!.theta, y!.theta));
  const [losses, xs, ys] = await Promise.all([loss.data(), x!.theta.data(), y!.theta.data()]);
  tf.dispose([lr, loss, x, y]);
  const theta = new Float32Array(2 * map.runs);
  for (let run = 0; run < map.runs; run++) theta.set([xs[run]!, ys[run]!], 2 * run);
  return { loss: losses, theta };
}

function adam({ beta1, beta2, eps }: AdamMap, lr: tf.Tensor1D, slot: Slot, g: tf.Tensor1D, t: number): Slot {
  const m = tf.add<tf.Tensor1D>(tf.mul(slot.m, beta1), tf.mul(g, 1 - beta1));
  const v = tf.add<tf.Tensor1D>(tf.mul(slot.v, beta2), tf.mul(tf.square(g), 1 - beta2));
  const mHat = tf.div(m, 1 - beta1 ** t);
  const vHat = tf.div(v, 1 - beta2 ** t);
  const step = tf.div(tf.mul(lr, mHat), tf.add(tf.sqrt(vHat), eps));
  return { theta: tf.sub(slot.theta, step), m, v };
}

function gradient(x: tf.Tensor1D, y: tf.Tensor1D): [tf.Tensor1D, tf.Tensor1D] {
  const bend = tf.sub(y, tf.square(x));
  return [tf.sub(tf.mul(tf.sub(x, 1), 2), tf.mul(tf.mul(bend, x), 400)), tf.mul(bend, 200)];
}

function lossAt(x: tf.Tensor1D, y: tf.Tensor1D): tf.Tensor1D {
  const bend = tf.sub(y, tf.square(x));
  return tf.add(tf.square(tf.sub(1, x)), tf.mul(tf.square(bend), 100));
}
