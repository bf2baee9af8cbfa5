import { defineOptimizer, epsilon, learningRate } from "./optimizer";

/** Every coordinate slows with the gradients it has seen: rare ones keep large steps, and all come to rest. */
export const adagrad = defineOptimizer({
  name: "AdaGrad",
  reference: "Duchi, Hazan & Singer 2011, JMLR 12:2121",
  update: `
    s = s + g^2
    theta = theta - lr * g / (sqrt(s) + eps)
  `,
  hyperparameters: { lr: learningRate(0.01), eps: epsilon(1e-10) },
});
