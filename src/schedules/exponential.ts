import { defineSchedule } from "./schedule";

/** The same percentage less with every step. */
export const exponential = defineSchedule({
  name: "Exponential",
  reference: "Bottou 2012, doi:10.1007/978-3-642-35289-8_25",
  rate: "lr_t = lr * last^((t - 1) / steps)",
  parameters: { last: { value: 0.01, word: "share of the rate left at the end", range: [1e-6, 1] } },
});
