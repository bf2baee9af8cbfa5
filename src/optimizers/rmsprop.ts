import { decay, defineOptimizer, epsilon, learningRate } from "./optimizer";

/** AdaGrad that forgets: each coordinate is divided by the typical size of its recent gradients. */
export const rmsprop = defineOptimizer({
  name: "RMSprop",
  reference: "Tieleman & Hinton 2012, Coursera lecture 6.5; Graves 2013, arXiv:1308.0850",
  update: `
    s = rho * s + (1 - rho) * g^2
    b = momentum * b + g / (sqrt(s) + eps)
    theta = theta - lr * b
  `,
  hyperparameters: {
    lr: learningRate(0.01),
    rho: decay(0.99, "smoothing"),
    momentum: decay(0, "momentum"),
    eps: epsilon(1e-8),
  },
});
