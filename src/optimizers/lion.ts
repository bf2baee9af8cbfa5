import { decay, defineOptimizer, learningRate, weightDecay } from "./optimizer";

const rule = {
  update: `
    d = beta1 * m + (1 - beta1) * g
    theta = theta - lr * (sign(d) + weightDecay * theta)
    m = beta2 * m + (1 - beta2) * g
  `,
  words: { d: "mean gradient whose sign is the direction", m: "fading mean of the gradients" },
};

/**
 * The sign of a momentum and no more: every coordinate always steps by lr, which thus is also how near it gets.
 * The new gradient has two weights: 1 - beta1 in this step, 1 - beta2 in what is remembered.
 */
export const lion = defineOptimizer({
  name: "Lion",
  reference: "Chen et al. 2023, arXiv:2302.06675",
  ...rule,
  hyperparameters: {
    lr: learningRate(0.0001),
    beta1: decay(0.9),
    beta2: decay(0.99, "smoothing"),
    weightDecay: weightDecay(0),
  },
  variants: {
    // The default of lr alone differs.
    keras: {
      ...rule,
      hyperparameters: {
        lr: learningRate(0.001),
        beta1: decay(0.9),
        beta2: decay(0.99, "smoothing"),
        weightDecay: weightDecay(0),
      },
      call: "keras.optimizers.Lion(learning_rate={lr}, beta_1={beta1}, beta_2={beta2}, weight_decay={weightDecay})",
    },
  },
});
