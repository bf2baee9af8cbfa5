import { defineSchedule } from "./schedule";

/** A line up from nothing, then a constant rate. */
export const warmUp = defineSchedule({
  name: "Linear warm-up",
  reference: "Goyal et al. 2017, arXiv:1706.02677",
  rate: "lr_t = lr * min(1, t / (warm * steps))",
  parameters: { warm: { value: 0.1, word: "share of the budget to warm up", range: [0.001, 1] } },
});
