import { decay, defineOptimizer, epsilon, learningRate } from "./optimizer";

/**
 * Adam that is plain momentum until v has seen enough gradients to be trusted: a warm-up without a knob.
 * Both lengths are held at 5, where the rule switches, so that r has a value even while nothing is made of it.
 */
export const radam = defineOptimizer({
  name: "RAdam",
  reference: "Liu et al. 2020, arXiv:1908.03265",
  update: `
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g^2
    m_hat = m / (1 - beta1^t)
    rho_inf = max(2 / (1 - beta2) - 1, 5)
    rho_t = max(rho_inf - 2 * t * beta2^t / (1 - beta2^t), 5)
    r = sqrt((rho_t - 4) * (rho_t - 2) * rho_inf / ((rho_inf - 4) * (rho_inf - 2) * rho_t))
    l = sqrt(1 - beta2^t) / (sqrt(v) + eps)
    early = step(5 - rho_t)
    theta = theta - lr * m_hat * (early + (1 - early) * r * l)
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
    rho_inf: "length of v's memory",
    rho_t: "how much of that length is filled",
    r: "rectification: grows to 1 as v becomes reliable",
    l: "Adam's scaling by v, its start at 0 made good",
    early: "1 while v is not to be trusted, then 0",
  },
  call: "torch.optim.RAdam(parameters, lr={lr}, betas=({beta1}, {beta2}), eps={eps})",
});
