import { decay, defineOptimizer, epsilon, learningRate } from "./optimizer";

/** Steps of similar size in every direction: the mean gradient over its typical magnitude. */
export const adam = defineOptimizer({
  name: "Adam",
  reference: "Kingma & Ba 2015, arXiv:1412.6980",
  update: `
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g^2
    m_hat = m / (1 - beta1^t)
    v_hat = v / (1 - beta2^t)
    theta = theta - lr * m_hat / (sqrt(v_hat) + eps)
  `,
  hyperparameters: {
    lr: learningRate(0.001),
    beta1: decay(0.9),
    beta2: decay(0.999, "smoothing"),
    eps: epsilon(1e-8),
  },
  words: {
    m: "fading mean of the gradients",
    v: "fading mean of the squared gradients",
    m_hat: "m, its start at 0 made good",
    v_hat: "v, its start at 0 made good",
  },
  call: "torch.optim.Adam(parameters, lr={lr}, betas=({beta1}, {beta2}), eps={eps})",
  variants: {
    // The paper's short form. Its eps is added to a v still near 0, and so weighs more in the first steps.
    keras: {
      update: `
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g^2
        alpha = lr * sqrt(1 - beta2^t) / (1 - beta1^t)
        theta = theta - alpha * m / (sqrt(v) + eps)
      `,
      hyperparameters: {
        lr: learningRate(0.001),
        beta1: decay(0.9),
        beta2: decay(0.999, "smoothing"),
        eps: epsilon(1e-7),
      },
      words: {
        m: "fading mean of the gradients",
        v: "fading mean of the squared gradients",
        alpha: "lr, both starts at 0 made good",
      },
      call: "keras.optimizers.Adam(learning_rate={lr}, beta_1={beta1}, beta_2={beta2}, epsilon={eps})",
    },
  },
});
