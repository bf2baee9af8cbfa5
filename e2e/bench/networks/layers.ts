import * as tf from "@tensorflow/tfjs-core";
import * as layersApi from "@tensorflow/tfjs-layers";
import { activate } from "../../../src/engine/backends/tfjs/runtime";
import { adam, type Task, type Training } from "./task";
import type { Trainer } from "./trainer";

/** One run by tfjs Layers on one of tfjs's backends, a `trainOnBatch` each step, as its tutorials do. */
export async function layersTrainer(
  backend: string,
  { layers, initial, batches, size }: Task,
  { rule, rates }: Training,
): Promise<Trainer> {
  await activate(backend);
  const [rate] = rates;
  const model = layersApi.sequential();
  for (const [i, { inputs, units, at }] of layers.entries()) {
    const activation = i === layers.length - 1 ? "softmax" : "relu";
    const dense = layersApi.layers.dense({ units, activation, inputShape: [inputs] });
    model.add(dense);
    const biases = at + inputs * units;
    const weights = tf.tensor2d(initial.slice(at, biases), [inputs, units]);
    dense.setWeights([weights, tf.tensor1d(initial.slice(biases, biases + units))]);
  }
  const optimizer =
    rule === "adam" ? tf.train.adam(rate!, adam.beta1, adam.beta2, adam.eps) : tf.train.sgd(rate!);
  model.compile({ optimizer, loss: "categoricalCrossentropy" });
  let step = 0;

  return {
    async train(count) {
      await activate(backend);
      const losses: number[] = [];
      for (let i = 0; i < count; i++, step++) {
        const { inputs, labels } = batches[step % batches.length]!;
        const images = tf.tensor2d(inputs, [size, inputs.length / size]);
        const classes = tf.tidy(() => tf.oneHot(tf.tensor1d(labels, "int32"), layers.at(-1)!.units));
        losses.push((await model.trainOnBatch(images, classes)) as number);
        tf.dispose([images, classes]);
      }
      return [losses];
    },
    dispose: () => void model.dispose(),
  };
}
