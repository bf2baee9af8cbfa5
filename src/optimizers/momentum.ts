import { decay, defineOptimizer, fraction, learningRate } from "./optimizer";

/**
 * A heavy ball: past gradients carry on, so what keeps its direction adds up and what alternates cancels.
 * PyTorch takes the first gradient whole whatever the dampening, hence the `step`, which is 0 at t = 1.
 */
export const momentum = defineOptimizer({
  name: "Momentum",
  reference: "Polyak 1964, doi:10.1016/0041-5553(64)90137-5",
  update: `
    b = momentum * b + (1 - dampening * step(t - 2)) * g
    theta = theta - lr * b
  `,
  // Heavy ball; a dampened gradient counts for less.
  stableBelow: "2 * (1 + momentum) / ((1 - dampening) * curvature)",
  hyperparameters: {
    lr: learningRate(0.01),
    momentum: decay(0.9, "momentum"),
    dampening: fraction(0, "dampening"),
  },
  words: { b: "fading sum of the gradients" },
  call: "torch.optim.SGD(parameters, lr={lr}, momentum={momentum}, dampening={dampening})",
  variants: {
    keras: {
      update: `
        v = momentum * v - lr * g
        theta = theta + v
      `,
      stableBelow: "2 * (1 + momentum) / curvature",
      hyperparameters: { lr: learningRate(0.01), momentum: decay(0.9, "momentum") },
      words: { v: "velocity: the step taken" },
      call: "keras.optimizers.SGD(learning_rate={lr}, momentum={momentum})",
    },
    // A mean, where the others add up: at the same lr it is 1 / (1 - beta) times slower.
    textbook: {
      update: `
        v = beta * v + (1 - beta) * g
        theta = theta - lr * v
      `,
      stableBelow: "2 * (1 + beta) / ((1 - beta) * curvature)",
      hyperparameters: { lr: learningRate(0.01), beta: decay(0.9, "momentum") },
      words: { v: "fading mean of the gradients" },
    },
  },
});
