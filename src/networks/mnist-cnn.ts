import { defineNetwork } from "./network";

/** A small convolutional network: the same few weights look at every place of the image. */
export const mnistCnn = defineNetwork({
  name: "MNIST, convolutional",
  teaches:
    "The same few weights look at every place of the image: fewer parameters tell more digits, at more work a step.",
  reference: "LeCun, Bottou, Bengio & Haffner 1998, doi:10.1109/5.726791",
  dataset: "mnist",
  side: 28,
  features: [
    { kind: "conv", filters: 8, size: 5 },
    { kind: "pool", size: 2 },
    { kind: "conv", filters: 16, size: 5 },
    { kind: "pool", size: 2 },
  ],
  hidden: [],
  mostHidden: 0,
  outputs: 10,
  loss: "softmax-cross-entropy",
  batch: 32,
  epochs: 1,
  // prettier-ignore
  rates: {
    sgd: 0.1, momentum: 0.01, nesterov: 0.01, adagrad: 0.02, adadelta: 1, rmsprop: 0.001,
    "rmsprop-centered": 0.001, adam: 0.002, amsgrad: 0.002, adamw: 0.002, adamax: 0.005, nadam: 0.002,
    radam: 0.01, rprop: 0.00001, lion: 0.001, "schedule-free": 0.005,
  },
});
