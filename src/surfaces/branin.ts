import { defineSurface } from "./surface";

/** Three equal minima along one curved valley: from one start, the rule and its rate decide on one. */
export const branin = defineSurface({
  name: "Branin",
  teaches: "several minima",
  reference: "Branin 1972, doi:10.1147/rd.165.0504",
  value: "(y - 5.1 * x^2 / (4 * pi^2) + 5 * x / pi - 6)^2 + 10 * (1 - 1 / (8 * pi)) * cos(x) + 10",
  domain: { x: [-5, 10], y: [0, 15] },
  minima: [
    [-Math.PI, 12.275],
    [Math.PI, 2.275],
    [3 * Math.PI, 2.475],
  ],
  saddles: [
    [0, 6],
    [2 * Math.PI, 1.1],
  ],
  start: [2.5, 12.5],
  // prettier-ignore
  rates: {
    sgd: 0.05, momentum: 0.02, nesterov: 0.01, adagrad: 1, adadelta: 10, rmsprop: 0.1,
    "rmsprop-centered": 0.1, adam: 0.5, amsgrad: 0.5, adamw: 0.5, adamax: 0.5, nadam: 0.5,
    radam: 0.05, rprop: 0.1, lion: 0.1, "schedule-free": 0.5,
  },
});
