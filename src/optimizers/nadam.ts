import { decay, defineOptimizer, epsilon, learningRate, momentumDecay } from "./optimizer";

/**
 * Adam with Nesterov's look ahead: the gradient at hand counts at once, momentum as it will count in the next step.
 * The start at 0 is made good by the product of all mu so far; it has no closed form in t, and so is remembered.
 */
export const nadam = defineOptimizer({
  name: "NAdam",
  reference: "Dozat 2016, ICLR workshop",
  update: `
    mu_t = beta1 * (1 - 0.5 * 0.96^(momentumDecay * t))
    mu_next = beta1 * (1 - 0.5 * 0.96^(momentumDecay * (t + 1)))
    p = p * mu_t
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g^2
    m_hat = mu_next * m / (1 - p * mu_next) + (1 - mu_t) * g / (1 - p)
    v_hat = v / (1 - beta2^t)
    theta = theta - lr * m_hat / (sqrt(v_hat) + eps)
  `,
  initial: { p: "1" },
  hyperparameters: {
    lr: learningRate(0.002),
    beta1: decay(0.9),
    beta2: decay(0.999, "smoothing"),
    momentumDecay: momentumDecay(0.004),
    eps: epsilon(1e-8),
  },
  words: {
    mu_t: "momentum of this step",
    mu_next: "momentum of the next step",
    p: "product of the momenta so far",
    m: "fading mean of the gradients",
    v: "fading mean of the squared gradients",
    m_hat: "mean gradient of the next step, estimated",
    v_hat: "v, its start at 0 made good",
  },
  call: "torch.optim.NAdam(parameters, lr={lr}, betas=({beta1}, {beta2}), eps={eps}, momentum_decay={momentumDecay})",
  variants: {
    keras: {
      update: `
        mu_t = beta1 * (1 - 0.5 * 0.96^t)
        mu_next = beta1 * (1 - 0.5 * 0.96^(t + 1))
        p = p * mu_t
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g^2
        m_hat = mu_next * m / (1 - p * mu_next) + (1 - mu_t) * g / (1 - p)
        v_hat = v / (1 - beta2^t)
        theta = theta - lr * m_hat / (sqrt(v_hat) + eps)
      `,
      initial: { p: "1" },
      hyperparameters: {
        lr: learningRate(0.001),
        beta1: decay(0.9),
        beta2: decay(0.999, "smoothing"),
        eps: epsilon(1e-7),
      },
      words: {
        mu_t: "momentum of this step",
        mu_next: "momentum of the next step",
        p: "product of the momenta so far",
        m: "fading mean of the gradients",
        v: "fading mean of the squared gradients",
        m_hat: "mean gradient of the next step, estimated",
        v_hat: "v, its start at 0 made good",
      },
      call: "keras.optimizers.Nadam(learning_rate={lr}, beta_1={beta1}, beta_2={beta2}, epsilon={eps})",
    },
  },
});
