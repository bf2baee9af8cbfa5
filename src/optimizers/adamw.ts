import { decay, defineOptimizer, epsilon, learningRate, weightDecay } from "./optimizer";

/** Adam whose weight decay is not divided by the gradients' size, so that all parameters shrink at the same rate. */
export const adamw = defineOptimizer({
  name: "AdamW",
  reference: "Loshchilov & Hutter 2019, arXiv:1711.05101",
  update: `
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g^2
    m_hat = m / (1 - beta1^t)
    v_hat = v / (1 - beta2^t)
    theta = theta - lr * (m_hat / (sqrt(v_hat) + eps) + weightDecay * theta)
  `,
  hyperparameters: {
    lr: learningRate(0.001),
    weightDecay: weightDecay(0.01),
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
  call: "torch.optim.AdamW(parameters, lr={lr}, betas=({beta1}, {beta2}), eps={eps}, weight_decay={weightDecay})",
  variants: {
    keras: {
      update: `
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g^2
        alpha = lr * sqrt(1 - beta2^t) / (1 - beta1^t)
        theta = theta - alpha * m / (sqrt(v) + eps) - lr * weightDecay * theta
      `,
      hyperparameters: {
        lr: learningRate(0.001),
        weightDecay: weightDecay(0.004),
        beta1: decay(0.9),
        beta2: decay(0.999, "smoothing"),
        eps: epsilon(1e-7),
      },
      words: {
        m: "fading mean of the gradients",
        v: "fading mean of the squared gradients",
        alpha: "lr, both starts at 0 made good",
      },
      call: "keras.optimizers.AdamW(learning_rate={lr}, weight_decay={weightDecay}, beta_1={beta1}, beta_2={beta2}, epsilon={eps})",
    },
  },
});
