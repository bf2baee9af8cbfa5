import { defineSchedule } from "./schedule";

/**
 * Cuts the rate when the loss has stopped falling: the one schedule that looks at the run. As PyTorch's
 * ReduceLROnPlateau, but a negative best loss is improved on by falling further below, not by rising,
 * and no cut is too small to be made (its eps).
 */
export const plateau = defineSchedule({
  name: "Reduce on plateau",
  reference: "PyTorch, torch.optim.lr_scheduler.ReduceLROnPlateau",
  rate: `
    lr_t = lr * scale
    better = 1 - step(loss_t - best + threshold * abs(best))
    best = better * loss_t + (1 - better) * best
    bad = (bad + 1) * (1 - better)
    cut = step(bad - patience - 1)
    scale = scale * (1 - cut * (1 - factor))
    bad = bad * (1 - cut)
  `,
  initial: { best: "1e30", scale: "1" },
  parameters: {
    factor: { value: 0.1, word: "factor of each cut", range: [0, 1] },
    patience: { value: 10, word: "steps without a better loss", range: [0, 10000] },
    threshold: { value: 1e-4, word: "least relative gain that counts", range: [0, 1] },
  },
});
