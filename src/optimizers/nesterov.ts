import { decay, defineOptimizer, learningRate } from "./optimizer";

/** Momentum that looks one step ahead, and so brakes before it overshoots. */
export const nesterov = defineOptimizer({
  name: "Nesterov",
  reference: "Nesterov 1983; Sutskever et al. 2013, ICML 28:1139",
  update: `
    b = momentum * b + g
    theta = theta - lr * (g + momentum * b)
  `,
  stableBelow: "(2 + 2 * momentum) / ((1 + 2 * momentum) * curvature)",
  hyperparameters: { lr: learningRate(0.01), momentum: decay(0.9, "momentum") },
  words: { b: "fading sum of the gradients" },
  call: "torch.optim.SGD(parameters, lr={lr}, momentum={momentum}, nesterov=True)",
  variants: {
    keras: {
      update: `
        v = momentum * v - lr * g
        theta = theta + momentum * v - lr * g
      `,
      stableBelow: "(2 + 2 * momentum) / ((1 + 2 * momentum) * curvature)",
      hyperparameters: { lr: learningRate(0.01), momentum: decay(0.9, "momentum") },
      words: { v: "velocity: momentum's own step" },
      call: "keras.optimizers.SGD(learning_rate={lr}, momentum={momentum}, nesterov=True)",
    },
  },
});
