import { defineSchedule } from "./schedule";

/** Half a cosine: slow at first, fast in the middle, and gently to its end. */
export const cosine = defineSchedule({
  name: "Cosine",
  reference: "Loshchilov & Hutter 2017, arXiv:1608.03983",
  rate: "lr_t = lr * (last + (1 - last) * (1 + cos(pi * (t - 1) / steps)) / 2)",
  parameters: { last: { value: 0, word: "share of the rate left at the end", range: [0, 1] } },
});
