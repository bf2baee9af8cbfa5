import { defineNetwork } from "./network";

/** Logistic regression: no hidden layer, and so a convex loss with one minimum for all. */
export const mnistLogistic = defineNetwork({
  name: "MNIST, logistic regression",
  teaches:
    "No hidden layer, so the loss is convex: every run heads for the same minimum, and only the way there differs.",
  reference: "Cox 1958, doi:10.1111/j.2517-6161.1958.tb00292.x; LeCun et al. 1998 (the data)",
  dataset: "mnist",
  side: 28,
  features: [],
  hidden: [],
  mostHidden: 0,
  outputs: 10,
  loss: "softmax-cross-entropy",
  batch: 32,
  epochs: 5,
  // Rprop climbs again at any rate: it takes each mini-batch's gradient for the whole, which is what RMSprop was made to mend.
  // prettier-ignore
  rates: {
    sgd: 0.1, momentum: 0.01, nesterov: 0.01, adagrad: 0.02, adadelta: 1, rmsprop: 0.001,
    "rmsprop-centered": 0.001, adam: 0.003, amsgrad: 0.003, adamw: 0.003, adamax: 0.005, nadam: 0.002,
    radam: 0.02, rprop: 0.0001, lion: 0.001, "schedule-free": 0.005,
  },
});
