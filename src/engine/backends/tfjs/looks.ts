import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../networks/layers";
import { attacked } from "./attack";
import { meanLoss } from "./gradient";
import { forward, unpack, type Model, type Pass } from "./model";
import type { Samples } from "./samples";
import { unitsOf } from "./units";

/** Mean loss [K, 1] and the class with the highest score for each image [K, B] under parameters [K, all]. */
export function namesAndLoss(model: Model, theta: tf.Tensor2D, samples: Samples) {
  return namesAndLossOf(passOf(model, theta, samples), samples);
}

/** The same, and what hidden units make of the images: shapes [K, hidden units]. */
export function allOf(model: Model, theta: tf.Tensor2D, samples: Samples) {
  const pass = passOf(model, theta, samples);
  const units = pass.sums.map((sums) => unitsOf(sums, model.settings.activation));
  return {
    ...namesAndLossOf(pass, samples),
    ...(units.length > 0 && {
      outputs: tf.concat2d(
        units.map(({ outputs }) => outputs),
        1,
      ),
      alive: tf.concat2d(
        units.map(({ alive }) => alive),
        1,
      ),
    }),
  };
}

/** Classes [K, B] that runs name for images moved against each of them. */
export function namesUnderAttack(model: Model, theta: tf.Tensor2D, samples: Samples): tf.Tensor2D {
  // Each run has images of its own here, so that nothing is shared.
  const names = (tf.split(theta, theta.shape[0]) as tf.Tensor2D[]).map((own) => {
    const moved = { ...samples, images: attacked(model, own, samples) };
    return namesOf(passOf(model, own, moved));
  });
  return tf.concat2d(names, 0);
}

/** Euclidean norm of a gradient [K, all] over each layer's parameters, shape [K, layers]. */
export const layerNorms = (gradient: tf.Tensor2D, layers: readonly Layer[]): tf.Tensor2D =>
  tf.concat2d(
    layers.map(({ at, inputs, units }) =>
      tf.norm(tf.slice2d(gradient, [0, at], [-1, (inputs + 1) * units]), "euclidean", 1, true),
    ) as tf.Tensor2D[],
    1,
  );

const passOf = (model: Model, theta: tf.Tensor2D, { images }: Samples): Pass =>
  forward(model, unpack(theta, model.layers), images);

const namesOf = ({ logits }: Pass): tf.Tensor2D => tf.cast(tf.argMax(logits, 2), "float32");

const namesAndLossOf = (pass: Pass, { labels }: Samples) => ({
  named: namesOf(pass),
  loss: tf.reshape(meanLoss(pass.logits, labels), [-1, 1]) as tf.Tensor2D,
});
