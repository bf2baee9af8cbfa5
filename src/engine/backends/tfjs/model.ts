import * as tf from "@tensorflow/tfjs-core";
import { shownUnits } from "../../../experiment/frame";
import type { Layer } from "./weights";

/** Weights [K, inputs, units] and biases [K, 1, units] of each layer, in turn. */
type Parts = readonly tf.Tensor3D[];

/** Cuts parameters [K, all] into the layers' tensors. */
const unpack = (theta: tf.Tensor2D, layers: readonly Layer[]): tf.Tensor3D[] =>
  layers.flatMap(({ inputs, units, at }) => [
    part(theta, at, [inputs, units]),
    part(theta, at + inputs * units, [1, units]),
  ]);

/** First layer of parameters [K, all], shape [K, min(units, shownUnits), inputs]: one image a unit. */
export const firstWeights = (theta: tf.Tensor2D, [first]: readonly Layer[]): tf.Tensor3D => {
  const { inputs, units } = first!;
  const weights = part(theta, 0, [inputs, units]);
  return tf.transpose(tf.slice(weights, [0, 0, 0], [-1, -1, Math.min(units, shownUnits)]), [0, 2, 1]);
};

function part(theta: tf.Tensor2D, at: number, [rows, columns]: readonly [number, number]): tf.Tensor3D {
  const [runs] = theta.shape;
  return tf.reshape(tf.slice(theta, [0, at], [runs, rows * columns]), [runs, rows, columns]);
}

/** Class scores of images [B, inputs] under each run's parameters [K, all]; shape [K, B, classes]. */
export const logitsOf = (theta: tf.Tensor2D, layers: readonly Layer[], images: tf.Tensor2D): tf.Tensor3D =>
  forward(unpack(theta, layers), images);

function forward([weights, biases, ...later]: Parts, images: tf.Tensor2D): tf.Tensor3D {
  let sums: tf.Tensor3D = tf.add(sharedProduct(images, weights!), biases!);
  for (let i = 0; i < later.length; i += 2) sums = tf.add(tf.matMul(tf.relu(sums), later[i]!), later[i + 1]!);
  return sums;
}

/**
 * Images [B, inputs] by each run's weights [K, inputs, units], as one product of matrices: tfjs multiplies those several
 * times faster than stacks of them. Shape [K, B, units].
 */
function sharedProduct(images: tf.Tensor2D, weights: tf.Tensor3D): tf.Tensor3D {
  const [runs, inputs, units] = weights.shape;
  const abreast: tf.Tensor2D = tf.reshape(tf.transpose(weights, [1, 0, 2]), [inputs, runs * units]);
  const products: tf.Tensor3D = tf.reshape(tf.matMul(images, abreast), [-1, runs, units]);
  return tf.transpose(products, [1, 0, 2]);
}

/**
 * Mean softmax cross-entropy of a batch for each run, shape [K], and its gradient by all parameters, shape [K, all].
 * Images [B, inputs]; labels [B, classes], one-hot.
 */
export function lossAndGradient(
  theta: tf.Tensor2D,
  layers: readonly Layer[],
  images: tf.Tensor2D,
  labels: tf.Tensor2D,
): { loss: tf.Tensor1D; gradient: tf.Tensor2D } {
  const [runs] = theta.shape;
  const meanLoss = (...parts: tf.Tensor[]): tf.Tensor1D => {
    const logits = forward(parts as tf.Tensor3D[], images);
    const summed: tf.Tensor1D = tf.sum(tf.mul(tf.logSoftmax(logits), labels), [1, 2]);
    return tf.div(summed, -images.shape[0]);
  };
  // A one for each run's loss: each run's gradient is its own, and a NaN stays where it arose.
  const { value, grads } = tf.valueAndGrads(meanLoss)(unpack(theta, layers), tf.ones([runs]));
  const flat = grads.map((grad): tf.Tensor2D => tf.reshape(grad, [runs, grad.size / runs]));
  return { loss: value, gradient: tf.concat2d(flat, 1) };
}
