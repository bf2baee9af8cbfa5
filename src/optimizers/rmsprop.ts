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
  words: { s: "fading mean of the squared gradients", b: "fading sum of the scaled gradients" },
  call: "torch.optim.RMSprop(parameters, lr={lr}, alpha={rho}, momentum={momentum}, eps={eps})",
  variants: {
    keras: {
      update: `
        s = rho * s + (1 - rho) * g^2
        b = momentum * b + lr * g / sqrt(s + eps)
        theta = theta - b
      `,
      hyperparameters: {
        lr: learningRate(0.001),
        rho: decay(0.9, "smoothing"),
        momentum: decay(0, "momentum"),
        eps: epsilon(1e-7),
      },
      words: { s: "fading mean of the squared gradients", b: "the step taken" },
      call: "keras.optimizers.RMSprop(learning_rate={lr}, rho={rho}, momentum={momentum}, epsilon={eps})",
    },
    textbook: {
      update: `
        s = rho * s + (1 - rho) * g^2
        theta = theta - lr * g / sqrt(s + eps)
      `,
      hyperparameters: { lr: learningRate(0.01), rho: decay(0.9, "smoothing"), eps: epsilon(1e-8) },
      words: { s: "fading mean of the squared gradients" },
    },
  },
});
