import { defineOptimizer, learningRate } from "./optimizer";

/** Straight down the gradient: as fast as the steepest direction allows, as slow as the flattest demands. */
export const sgd = defineOptimizer({
  name: "Gradient descent",
  reference: "Robbins & Monro 1951, doi:10.1214/aoms/1177729586",
  update: `
    theta = theta - lr * g
  `,
  stableBelow: "2 / curvature",
  hyperparameters: { lr: learningRate(0.01) },
  words: {},
  call: "torch.optim.SGD(parameters, lr={lr})",
});
