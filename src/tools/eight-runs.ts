/** Rates at which each rule walks the ravine to its end, and none leaves it. */
const rates = { sgd: 0.02, momentum: 0.005, nesterov: 0.005, adagrad: 0.5, rmsprop: 0.01, adam: 0.05, adamax: 0.05, lion: 0.01 }; // prettier-ignore

/** The first of eight rules on the ravine, as a link says them. */
export const eightRuns = (count: number): string =>
  Object.entries(rates)
    .slice(0, count)
    .map(([optimizer, lr]) => `run=${optimizer}(lr=${lr})`)
    .join("&");
