import { defineSchedule } from "./schedule";

/** Up to a rate too large to keep, and down to almost nothing, both along a cosine; as PyTorch's OneCycleLR. */
export const oneCycle = defineSchedule({
  name: "One-cycle",
  reference: "Smith & Topin 2019, arXiv:1708.07120",
  rate: `
    rise = min((t - 1) / max(peak * steps - 1, 1), 1)
    fall = max((t - peak * steps) / max(steps - peak * steps, 1), 0)
    up = initial + (1 - initial) * (1 - cos(pi * rise)) / 2
    down = last + (1 - last) * (1 + cos(pi * fall)) / 2
    lr_t = lr * min(up, down)
  `,
  parameters: {
    peak: { value: 0.3, word: "share of the budget before the peak", range: [0.01, 0.99] },
    initial: { value: 0.04, word: "share of the rate at the start", range: [0, 1] },
    last: { value: 4e-6, word: "share of the rate left at the end", range: [0, 1] },
  },
});
