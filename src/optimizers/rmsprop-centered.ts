import { decay, defineOptimizer, epsilon, learningRate } from "./optimizer";

/**
 * RMSprop that divides by how much the gradients vary, not by their size: on a steady slope it runs ever faster.
 * A variance can round to below 0, which gives the frameworks NaN; hence the `max`.
 */
export const rmspropCentered = defineOptimizer({
  name: "RMSprop, centered",
  reference: "Graves 2013, arXiv:1308.0850",
  update: `
    s = rho * s + (1 - rho) * g^2
    m = rho * m + (1 - rho) * g
    b = momentum * b + g / (sqrt(max(s - m^2, 0)) + eps)
    theta = theta - lr * b
  `,
  hyperparameters: {
    lr: learningRate(0.01),
    rho: decay(0.99, "smoothing"),
    momentum: decay(0, "momentum"),
    eps: epsilon(1e-8),
  },
  words: {
    s: "fading mean of the squared gradients",
    m: "fading mean of the gradients",
    b: "fading sum of the scaled gradients",
  },
  call: "torch.optim.RMSprop(parameters, lr={lr}, alpha={rho}, momentum={momentum}, eps={eps}, centered=True)",
  variants: {
    keras: {
      update: `
        s = rho * s + (1 - rho) * g^2
        m = rho * m + (1 - rho) * g
        b = momentum * b + lr * g / sqrt(max(s - m^2, 0) + eps)
        theta = theta - b
      `,
      hyperparameters: {
        lr: learningRate(0.001),
        rho: decay(0.9, "smoothing"),
        momentum: decay(0, "momentum"),
        eps: epsilon(1e-7),
      },
      words: {
        s: "fading mean of the squared gradients",
        m: "fading mean of the gradients",
        b: "the step taken",
      },
      call: "keras.optimizers.RMSprop(learning_rate={lr}, rho={rho}, momentum={momentum}, epsilon={eps}, centered=True)",
    },
  },
});
