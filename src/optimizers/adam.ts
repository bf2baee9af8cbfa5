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
});
