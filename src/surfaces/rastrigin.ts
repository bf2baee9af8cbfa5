import { defineSurface } from "./surface";

/** A bowl under a grid of traps, only the lowest of them marked: every rule ends in one near its start. */
export const rastrigin = defineSurface({
  name: "Rastrigin",
  teaches: "traps",
  reference: "Rastrigin 1974, Systems of Extremal Control",
  value: "20 + x^2 + y^2 - 10 * cos(2 * pi * x) - 10 * cos(2 * pi * y)",
  domain: { x: [-5.12, 5.12], y: [-5.12, 5.12] },
  minima: [[0, 0]],
  start: [-3.2, 2.8],
  // prettier-ignore
  rates: {
    sgd: 0.001, momentum: 0.002, nesterov: 0.002, adagrad: 0.2, adadelta: 5, rmsprop: 0.02,
    "rmsprop-centered": 0.02, adam: 0.1, amsgrad: 0.1, adamw: 0.1, adamax: 0.1, nadam: 0.05,
    radam: 0.002, rprop: 0.01, lion: 0.01, "schedule-free": 0.1,
  },
});
