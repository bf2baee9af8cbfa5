import { decay, defineOptimizer, epsilon, learningRate } from "./optimizer";

/**
 * A mean of all iterates instead of a falling learning rate: z runs ahead, x comes to rest.
 * Gradients are taken at theta, a point between the two; what the rule returns is x.
 */
export const scheduleFree = defineOptimizer({
  name: "Schedule-Free",
  reference: "Defazio et al. 2024, arXiv:2405.15682",
  update: `
    v = beta2 * v + (1 - beta2) * g^2
    v_hat = v / (1 - beta2^t)
    z = z - lr * g / (sqrt(v_hat) + eps)
    x = x + (z - x) / t
    theta = (1 - beta1) * z + beta1 * x
  `,
  initial: { z: "theta", x: "theta" },
  reports: "x",
  hyperparameters: {
    lr: learningRate(0.0025),
    beta1: decay(0.9, "pull to the mean"),
    beta2: decay(0.999, "smoothing"),
    eps: epsilon(1e-8),
  },
  words: {
    v: "fading mean of the squared gradients",
    v_hat: "v, its start at 0 made good",
    z: "where plain steps lead",
    x: "mean of all z: the result",
  },
  // Exactly this while lr stays; a warm-up's iterates weigh less in the package's mean.
  call: "schedulefree.AdamWScheduleFree(parameters, lr={lr}, betas=({beta1}, {beta2}), eps={eps})",
});
