import { defineSurface } from "./surface";

/** A tilted convex bowl, nine times steeper across than along: the baseline every rule should master. */
export const booth = defineSurface({
  name: "Booth",
  teaches: "valleys",
  reference: "Jamil & Yang 2013, arXiv:1308.4008",
  value: "(x + 2 * y - 7)^2 + (2 * x + y - 5)^2",
  domain: { x: [-10, 10], y: [-10, 10] },
  minima: [[1, 3]],
  start: [-8, 7],
  curvature: "18",
  // prettier-ignore
  rates: {
    sgd: 0.05, momentum: 0.01, nesterov: 0.01, adagrad: 2, adadelta: 10, rmsprop: 0.2,
    "rmsprop-centered": 0.2, adam: 0.5, amsgrad: 0.5, adamw: 0.5, adamax: 1, nadam: 0.5,
    radam: 0.02, rprop: 0.2, lion: 0.2, "schedule-free": 1,
  },
});
