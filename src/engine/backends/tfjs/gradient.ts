import * as tf from "@tensorflow/tfjs-core";
import { forward, unpack, type Model } from "./model";
import type { Samples } from "./samples";

/** Mean softmax cross-entropy of logits [K, B, classes], shape [K]. */
export const meanLoss = (logits: tf.Tensor3D, labels: tf.Tensor2D): tf.Tensor1D =>
  tf.div(tf.sum(tf.mul(tf.logSoftmax(logits), labels), [1, 2]), -labels.shape[0]);

/** Mean loss of a batch for each run, shape [K], and its gradient by all parameters, shape [K, all]. */
export function lossAndGradient(
  model: Model,
  theta: tf.Tensor2D,
  { images, labels }: Samples,
  masks?: readonly tf.Tensor2D[],
): { loss: tf.Tensor1D; gradient: tf.Tensor2D } {
  const [runs] = theta.shape;
  const loss = (...parts: tf.Tensor[]) =>
    meanLoss(forward(model, parts as tf.Tensor3D[], images, masks).logits, labels);
  // A one for each run's loss: each run's gradient is its own, and a NaN stays where it arose.
  const { value, grads } = tf.valueAndGrads(loss)(unpack(theta, model.layers), tf.ones([runs]));
  const flat = grads.map((grad): tf.Tensor2D => tf.reshape(grad, [runs, grad.size / runs]));
  return { loss: value, gradient: tf.concat2d(flat, 1) };
}

/** Gradient of one run's mean loss by the images, shape [B, pixels]; parameters [1, all]. */
export function imageGradient(model: Model, theta: tf.Tensor2D, { images, labels }: Samples): tf.Tensor2D {
  const parts = unpack(theta, model.layers);
  const loss = (images: tf.Tensor) =>
    tf.sum(meanLoss(forward(model, parts, images as tf.Tensor2D).logits, labels));
  return tf.grad(loss)(images) as tf.Tensor2D;
}
