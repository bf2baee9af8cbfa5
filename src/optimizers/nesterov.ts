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
});
