import { defineOptimizer, learningRate } from "./optimizer";

/**
 * Only the gradient's sign counts: a coordinate's step grows while the sign stays and halves when it turns.
 * After a turn it rests for one step, its gradient forgotten. lr is the first step's size and nothing more.
 */
export const rprop = defineOptimizer({
  name: "Rprop",
  reference: "Riedmiller & Braun 1993, doi:10.1109/ICNN.1993.298623",
  update: `
    a = sign(g) * sign(g_prev)
    s = min(max(s * (1 + 0.2 * max(a, 0) + 0.5 * min(a, 0)), 1e-6), 50)
    g_prev = g * step(a)
    theta = theta - s * sign(g_prev)
  `,
  initial: { s: "lr" },
  hyperparameters: { lr: learningRate(0.01) },
  words: {
    a: "agreement: 1 where the sign stayed, -1 where it turned",
    s: "size of the step",
    g_prev: "gradient of the step before, 0 after a turn",
  },
  call: "torch.optim.Rprop(parameters, lr={lr})",
});
