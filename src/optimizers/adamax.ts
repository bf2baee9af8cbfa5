import { decay, defineOptimizer, epsilon, learningRate } from "./optimizer";

/** Adam by the largest recent gradient instead of the mean square: no step is longer than about lr. */
export const adamax = defineOptimizer({
  name: "Adamax",
  reference: "Kingma & Ba 2015, arXiv:1412.6980, section 7.1",
  update: `
    m = beta1 * m + (1 - beta1) * g
    u = max(beta2 * u, abs(g) + eps)
    m_hat = m / (1 - beta1^t)
    theta = theta - lr * m_hat / u
  `,
  hyperparameters: {
    lr: learningRate(0.002),
    beta1: decay(0.9),
    beta2: decay(0.999, "smoothing"),
    eps: epsilon(1e-8),
  },
  words: {
    m: "fading mean of the gradients",
    u: "largest gradient, fading",
    m_hat: "m, its start at 0 made good",
  },
  call: "torch.optim.Adamax(parameters, lr={lr}, betas=({beta1}, {beta2}), eps={eps})",
  variants: {
    keras: {
      update: `
        m = beta1 * m + (1 - beta1) * g
        u = max(beta2 * u, abs(g))
        m_hat = m / (1 - beta1^t)
        theta = theta - lr * m_hat / (u + eps)
      `,
      hyperparameters: {
        lr: learningRate(0.001),
        beta1: decay(0.9),
        beta2: decay(0.999, "smoothing"),
        eps: epsilon(1e-7),
      },
      words: {
        m: "fading mean of the gradients",
        u: "largest gradient, fading",
        m_hat: "m, its start at 0 made good",
      },
      call: "keras.optimizers.Adamax(learning_rate={lr}, beta_1={beta1}, beta_2={beta2}, epsilon={eps})",
    },
  },
});
