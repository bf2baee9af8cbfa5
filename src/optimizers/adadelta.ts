import { decay, defineOptimizer, epsilon, learningRate } from "./optimizer";

const rule = {
  update: `
    s = rho * s + (1 - rho) * g^2
    d = sqrt(u + eps) * g / sqrt(s + eps)
    u = rho * u + (1 - rho) * d^2
    theta = theta - lr * d
  `,
  words: {
    s: "fading mean of the squared gradients",
    u: "fading mean of the squared steps",
    d: "the step, before lr",
  },
};

/**
 * Steps as long as its recent steps were, so that no learning rate need be chosen.
 * The first is sqrt(eps / (1 - rho)) long: eps, meant as a mere floor, decides how slowly it gets going.
 */
export const adadelta = defineOptimizer({
  name: "Adadelta",
  reference: "Zeiler 2012, arXiv:1212.5701",
  ...rule,
  hyperparameters: { lr: learningRate(1, 10), rho: decay(0.9, "smoothing"), eps: epsilon(1e-6) },
  call: "torch.optim.Adadelta(parameters, lr={lr}, rho={rho}, eps={eps})",
  variants: {
    // The defaults alone differ; at this lr it hardly moves.
    keras: {
      ...rule,
      hyperparameters: { lr: learningRate(0.001, 10), rho: decay(0.95, "smoothing"), eps: epsilon(1e-7) },
      call: "keras.optimizers.Adadelta(learning_rate={lr}, rho={rho}, epsilon={eps})",
    },
  },
});
