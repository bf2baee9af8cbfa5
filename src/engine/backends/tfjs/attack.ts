import * as tf from "@tensorflow/tfjs-core";
import { pixelScale } from "../../training/pixels";
import { imageGradient } from "./gradient";
import type { Model } from "./model";
import type { Samples } from "./samples";

/**
 * Images [B, pixels] of which each pixel of [0, 1] was moved by `settings.fgsm` in the direction that raises one run's
 * loss, and kept in [0, 1] (Goodfellow, Shlens & Szegedy 2015, arXiv:1412.6572). Parameters [1, all].
 */
export function attacked(model: Model, theta: tf.Tensor2D, samples: Samples): tf.Tensor2D {
  const { standardise, fgsm } = model.settings;
  const { scale, offset } = pixelScale(standardise);
  const gradient = imageGradient(model, theta, samples);
  const moved = tf.add<tf.Tensor2D>(samples.images, tf.mul(tf.sign(gradient), fgsm * 255 * scale));
  return tf.clipByValue(moved, offset, 255 * scale + offset);
}
