import { defineNetwork } from "./network";

/** The reference model: small enough to train before one's eyes, hard enough that optimizers differ. */
export const mnistMlp = defineNetwork({
  name: "MNIST",
  reference: "LeCun, Bottou, Bengio & Haffner 1998, doi:10.1109/5.726791 (the data)",
  dataset: "mnist",
  inputs: 784,
  hidden: [10, 10],
  outputs: 10,
  activation: "relu",
  loss: "softmax-cross-entropy",
  batch: 32,
  epochs: 10,
  rates: { momentum: 0.01, nesterov: 0.01, sgd: 0.05, rmsprop: 0.001, adam: 0.001, adagrad: 0.01 },
});
