import { defineSurface } from "./surface";

/** A curved, flat-bottomed valley: quick to enter, slow to follow. */
export const rosenbrock = defineSurface({
  name: "Rosenbrock",
  teaches: "valleys",
  reference: "Rosenbrock 1960, doi:10.1093/comjnl/3.3.175",
  value: "(1 - x)^2 + 100 * (y - x^2)^2",
  domain: { x: [-2, 2], y: [-1, 3] },
  minima: [[1, 1]],
  start: [-1.2, 1],
  // prettier-ignore
  rates: {
    sgd: 0.001, momentum: 0.0005, nesterov: 0.0005, adagrad: 0.5, adadelta: 1, rmsprop: 0.01,
    "rmsprop-centered": 0.01, adam: 0.05, amsgrad: 0.05, adamw: 0.05, adamax: 0.05, nadam: 0.05,
    radam: 0.001, rprop: 0.01, lion: 0.01, "schedule-free": 0.1,
  },
});
