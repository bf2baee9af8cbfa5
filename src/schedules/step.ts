import { defineSchedule } from "./schedule";

/** A constant rate, cut from time to time. */
export const step = defineSchedule({
  name: "Step",
  reference: "Krizhevsky, Sutskever & Hinton 2012, doi:10.1145/3065386",
  rate: "lr_t = lr * factor^floor((t - 1) / (every * steps))",
  parameters: {
    factor: { value: 0.1, word: "factor of each cut", range: [0, 1] },
    every: { value: 0.3, word: "share of the budget between cuts", range: [0.01, 1] },
  },
});
