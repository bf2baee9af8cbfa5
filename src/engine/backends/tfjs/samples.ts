import * as tf from "@tensorflow/tfjs-core";
import type { NetworkExperiment } from "../../compile";
import type { Labelled } from "../../training/measured-images";
import { inputsOf, pixelScale } from "../../training/pixels";

/** Images [B, pixels] as the network takes them, and labels [B, classes], one-hot. */
export type Samples = { readonly images: tf.Tensor2D; readonly labels: tf.Tensor2D };

/** Tensors of any number of images, which the caller frees. */
export function samplesOf(
  { images, labels }: Labelled,
  { network, settings }: Pick<NetworkExperiment, "network" | "settings">,
): Samples {
  const classes = network.outputs;
  const right = new Float32Array(labels.length * classes);
  labels.forEach((label, row) => (right[row * classes + label] = 1));
  return {
    images: tf.tensor2d(inputsOf(images, pixelScale(settings.standardise)), [
      labels.length,
      images.length / labels.length,
    ]),
    labels: tf.tensor2d(right, [labels.length, classes]),
  };
}
