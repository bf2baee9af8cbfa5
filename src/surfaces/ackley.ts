import { defineSurface } from "./surface";

/** A rippled funnel: most rules stop in a ripple near the start, and at the bottom no gradient is small. */
export const ackley = defineSurface({
  name: "Ackley",
  teaches: "traps",
  reference: "Ackley 1987, doi:10.1007/978-1-4613-1997-9",
  // A root has no derivative at 0, the minimum; 1e-16 under it gives it one and lifts the loss by 4e-8.
  value: `
    20 - 20 * exp(-0.2 * sqrt((x^2 + y^2) / 2 + 1e-16))
      + exp(1) - exp((cos(2 * pi * x) + cos(2 * pi * y)) / 2)
  `,
  domain: { x: [-5, 5], y: [-5, 5] },
  minima: [[0, 0]],
  start: [-3.4, 2.7],
  // prettier-ignore
  rates: {
    sgd: 0.02, momentum: 0.05, nesterov: 0.02, adagrad: 0.2, adadelta: 10, rmsprop: 0.02,
    "rmsprop-centered": 0.02, adam: 0.1, amsgrad: 0.1, adamw: 0.1, adamax: 0.2, nadam: 0.1,
    radam: 0.1, rprop: 0.01, lion: 0.02, "schedule-free": 0.2,
  },
});
