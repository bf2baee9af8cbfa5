import { defineOptimizer, epsilon, firstValue, learningRate } from "./optimizer";

/** Every coordinate slows with the gradients it has seen: rare ones keep large steps, and all come to rest. */
export const adagrad = defineOptimizer({
  name: "AdaGrad",
  reference: "Duchi, Hazan & Singer 2011, JMLR 12:2121",
  update: `
    s = s + g^2
    theta = theta - lr * g / (sqrt(s) + eps)
  `,
  hyperparameters: { lr: learningRate(0.01), eps: epsilon(1e-10) },
  words: { s: "sum of the squared gradients" },
  call: "torch.optim.Adagrad(parameters, lr={lr}, eps={eps})",
  variants: {
    keras: {
      update: `
        s = s + g^2
        theta = theta - lr * g / sqrt(s + eps)
      `,
      initial: { s: "initial" },
      hyperparameters: { lr: learningRate(0.001), initial: firstValue(0.1), eps: epsilon(1e-7) },
      words: { s: "sum of the squared gradients" },
      call: "keras.optimizers.Adagrad(learning_rate={lr}, initial_accumulator_value={initial}, epsilon={eps})",
    },
    textbook: {
      update: `
        s = s + g^2
        theta = theta - lr * g / sqrt(s + eps)
      `,
      hyperparameters: { lr: learningRate(0.01), eps: epsilon(1e-10) },
      words: { s: "sum of the squared gradients" },
    },
  },
});
