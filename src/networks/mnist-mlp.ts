import { defineNetwork } from "./network";

/** The reference model: small enough to train before one's eyes, hard enough that optimizers differ. */
export const mnistMlp = defineNetwork({
  name: "MNIST, multilayer perceptron",
  teaches:
    "Small enough to train before your eyes, hard enough that optimizers differ: its loss is not convex.",
  reference: "LeCun, Bottou, Bengio & Haffner 1998, doi:10.1109/5.726791 (the data)",
  dataset: "mnist",
  side: 28,
  features: [],
  hidden: [10, 10],
  mostHidden: 4,
  outputs: 10,
  loss: "softmax-cross-entropy",
  batch: 32,
  epochs: 10,
  // prettier-ignore
  rates: {
    sgd: 0.05, momentum: 0.01, nesterov: 0.01, adagrad: 0.02, adadelta: 1, rmsprop: 0.001,
    "rmsprop-centered": 0.001, adam: 0.001, amsgrad: 0.001, adamw: 0.001, adamax: 0.005, nadam: 0.002,
    radam: 0.005, rprop: 0.0001, lion: 0.0003, "schedule-free": 0.005,
  },
});
