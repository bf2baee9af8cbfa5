import { decay, defineOptimizer, epsilon, learningRate } from "./optimizer";

/** Adam with a memory for the worst: it divides by the largest v, so many small gradients do not outvote a rare large one. */
export const amsgrad = defineOptimizer({
  name: "AMSGrad",
  reference: "Reddi, Kale & Kumar 2018, arXiv:1904.09237",
  update: `
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g^2
    v_max = max(v_max, v)
    m_hat = m / (1 - beta1^t)
    v_hat = v_max / (1 - beta2^t)
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
    v_max: "largest v so far",
    m_hat: "m, its start at 0 made good",
    v_hat: "largest v, its start at 0 made good",
  },
  call: "torch.optim.Adam(parameters, lr={lr}, betas=({beta1}, {beta2}), eps={eps}, amsgrad=True)",
});
