import { defineSurface } from "./surface";

/** A wave on a sloping trough: outside the window it falls for ever, and a fast run may go there. */
export const mccormick = defineSurface({
  name: "McCormick",
  teaches: "several minima",
  reference:
    "Jamil & Yang 2013, arXiv:1308.4008; Lootsma 1972, Numerical Methods for Non-linear Optimization",
  value: "sin(x + y) + (x - y)^2 - 1.5 * x + 2.5 * y + 1",
  domain: { x: [-1.5, 4], y: [-3, 4] },
  minima: [
    [-0.5471975511965976, -1.5471975511965976],
    [2.594395102393195, 1.594395102393195],
  ],
  saddles: [[1.5471975511965976, 0.5471975511965976]],
  start: [3.2, 3.2],
  // prettier-ignore
  rates: {
    sgd: 0.05, momentum: 0.01, nesterov: 0.01, adagrad: 0.2, adadelta: 10, rmsprop: 0.02,
    "rmsprop-centered": 0.02, adam: 0.05, amsgrad: 0.05, adamw: 0.05, adamax: 0.1, nadam: 0.05,
    radam: 0.1, rprop: 0.01, lion: 0.05, "schedule-free": 0.2,
  },
});
