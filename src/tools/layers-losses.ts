import * as tf from "@tensorflow/tfjs-core";
import { layers as layersOfTfjs, sequential, type Sequential } from "@tensorflow/tfjs-layers";
import type { MnistData } from "../datasets/mnist";
import type { Convention } from "../optimizers/optimizer";
import type { NetworkExperiment } from "../engine/compile";
import { createBatches } from "../engine/training/batches";
import { initialParameters } from "../engine/training/initial-parameters";
import { samplesOf } from "../engine/backends/tfjs/samples";

/** A rule of ours, and tfjs' own: written by others, it is an independent check. */
export type LayersPeer = {
  readonly optimizer: string;
  readonly convention: Convention;
  readonly hyperparameters: Readonly<Record<string, number>>;
  readonly theirs: () => tf.Optimizer;
};

/** The rules that tfjs Layers has, too, and has right: its adaptive ones follow Keras. */
export const layersPeers: readonly LayersPeer[] = [
  {
    optimizer: "sgd",
    convention: "pytorch",
    hyperparameters: { lr: 0.05 },
    theirs: () => tf.train.sgd(0.05),
  },
  {
    optimizer: "momentum",
    convention: "pytorch",
    hyperparameters: { lr: 0.01, momentum: 0.9, dampening: 0 },
    theirs: () => tf.train.momentum(0.01, 0.9),
  },
  {
    optimizer: "nesterov",
    convention: "pytorch",
    hyperparameters: { lr: 0.01, momentum: 0.9 },
    theirs: () => tf.train.momentum(0.01, 0.9, true),
  },
  {
    optimizer: "adam",
    convention: "pytorch",
    hyperparameters: { lr: 0.001, beta1: 0.9, beta2: 0.999, eps: 1e-7 },
    theirs: () => tf.train.adam(0.001, 0.9, 0.999, 1e-7),
  },
  {
    optimizer: "rmsprop",
    convention: "keras",
    hyperparameters: { lr: 0.001, rho: 0.9, momentum: 0, eps: 1e-7 },
    theirs: () => tf.train.rmsprop(0.001, 0.9, 0, 1e-7),
  },
];

/**
 * Loss of each of an experiment's first frames as tfjs Layers trains: the same network, first weights and batches, its own
 * forward, backward and optimizer. Computes with whatever backend tfjs has.
 */
export async function layersLosses(
  experiment: NetworkExperiment,
  theirs: LayersPeer["theirs"],
  data: MnistData,
  frames: number,
): Promise<number[]> {
  const { network, layers, settings, batch: size, seed } = experiment;
  const batches = createBatches(data, { ...settings, size, classes: network.outputs, seed });
  const model = modelOf(experiment);
  model.compile({ optimizer: theirs(), loss: "categoricalCrossentropy" });
  const start = initialParameters(layers, settings.init, seed);
  const shapes = model.getWeights().map(({ shape }) => shape as number[]);
  const weights = tf.tidy(() => {
    let at = 0;
    return shapes.map((shape) => {
      const count = tf.util.sizeFromShape(shape);
      return tf.keep(tf.tensor(start.subarray(at, (at += count)), shape));
    });
  });
  model.setWeights(weights);
  const losses: number[] = [];
  for (let frame = 0; frame < frames; frame++) {
    const { images, labels } = samplesOf(await batches.at(frame), experiment);
    const shaped =
      network.features.length > 0 ? tf.reshape(images, [size, network.side, network.side, 1]) : images;
    losses.push((await model.trainOnBatch(shaped, labels)) as number);
    tf.dispose([images, labels, shaped]);
  }
  tf.dispose(weights);
  model.dispose();
  return losses;
}

/** The same layers in tfjs' words. */
function modelOf({ network, layers, settings: { activation } }: NetworkExperiment): Sequential {
  const { side, features, outputs } = network;
  const model = sequential();
  const first = features.length > 0 ? { inputShape: [side, side, 1] } : { inputShape: [side * side] };
  const shapeOnce = () => (model.layers.length === 0 ? first : {});
  for (const feature of features)
    model.add(
      feature.kind === "pool"
        ? layersOfTfjs.maxPooling2d({ poolSize: feature.size, ...shapeOnce() })
        : layersOfTfjs.conv2d({
            filters: feature.filters,
            kernelSize: feature.size,
            activation,
            ...shapeOnce(),
          }),
    );
  if (features.length > 0) model.add(layersOfTfjs.flatten());
  for (const { units } of layers.filter(({ kind }) => kind === "dense").slice(0, -1))
    model.add(layersOfTfjs.dense({ units, activation, ...shapeOnce() }));
  model.add(layersOfTfjs.dense({ units: outputs, activation: "softmax", ...shapeOnce() }));
  return model;
}
