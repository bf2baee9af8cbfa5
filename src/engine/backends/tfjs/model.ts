import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../networks/layers";
import type { Activation } from "../../../networks/settings";

/** Weights [K, inputs, units] and biases [K, 1, units] of each layer, in turn. */
type Parts = readonly tf.Tensor3D[];

/** Cuts parameters [K, all] into the layers' tensors. */
const unpack = (theta: tf.Tensor2D, layers: readonly Layer[]): tf.Tensor3D[] =>
  layers.flatMap(({ inputs, units, at }) => [
    part(theta, at, [inputs, units]),
    part(theta, at + inputs * units, [1, units]),
  ]);

function part(theta: tf.Tensor2D, at: number, [rows, columns]: readonly [number, number]): tf.Tensor3D {
  const [runs] = theta.shape;
  return tf.reshape(tf.slice(theta, [0, at], [runs, rows * columns]), [runs, rows, columns]);
}

/** Class scores of images [B, inputs] under each run's parameters [K, all]; shape [K, B, classes]. */
export const logitsOf = (
  theta: tf.Tensor2D,
  layers: readonly Layer[],
  activation: Activation,
  images: tf.Tensor2D,
): tf.Tensor3D => forward(unpack(theta, layers), activation, images);

const activate: Readonly<Record<Activation, (sums: tf.Tensor3D) => tf.Tensor3D>> = {
  relu: (sums) => tf.relu(sums),
  tanh: (sums) => tf.tanh(sums),
  sigmoid: (sums) => tf.sigmoid(sums),
};

function forward(
  [weights, biases, ...later]: Parts,
  activation: Activation,
  images: tf.Tensor2D,
): tf.Tensor3D {
  let sums: tf.Tensor3D = tf.add(sharedProduct(images, weights!), biases!);
  for (let i = 0; i < later.length; i += 2)
    sums = tf.add(tf.matMul(activate[activation](sums), later[i]!), later[i + 1]!);
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
  activation: Activation,
  images: tf.Tensor2D,
  labels: tf.Tensor2D,
): { loss: tf.Tensor1D; gradient: tf.Tensor2D } {
  const [runs] = theta.shape;
  const meanLoss = (...parts: tf.Tensor[]): tf.Tensor1D => {
    const logits = forward(parts as tf.Tensor3D[], activation, images);
    const summed: tf.Tensor1D = tf.sum(tf.mul(tf.logSoftmax(logits), labels), [1, 2]);
    return tf.div(summed, -images.shape[0]);
  };
  // A one for each run's loss: each run's gradient is its own, and a NaN stays where it arose.
  const { value, grads } = tf.valueAndGrads(meanLoss)(unpack(theta, layers), tf.ones([runs]));
  const flat = grads.map((grad): tf.Tensor2D => tf.reshape(grad, [runs, grad.size / runs]));
  return { loss: value, gradient: tf.concat2d(flat, 1) };
}
