import { defineSurface } from "./surface";

/** The lowest hollow lies between two higher ones: a rule must keep its speed to get past the first. */
export const threeHumpCamel = defineSurface({
  name: "Three-hump camel",
  teaches: "several minima",
  reference: "Branin 1972, doi:10.1147/rd.165.0504",
  value: "2 * x^2 - 1.05 * x^4 + x^6 / 6 + x * y + y^2",
  // Momentum swings out to x = -2.03 on its way to the middle.
  domain: { x: [-2.2, 2.2], y: [-2.2, 2.2] },
  minima: [
    [0, 0],
    [-1.7475523458302888, 0.8737761729151444],
    [1.7475523458302888, -0.8737761729151444],
  ],
  saddles: [
    [-1.07054229182366, 0.53527114591183],
    [1.07054229182366, -0.53527114591183],
  ],
  start: [-1.1, 1.9],
  // prettier-ignore
  rates: {
    sgd: 0.05, momentum: 0.05, nesterov: 0.05, adagrad: 0.2, adadelta: 10, rmsprop: 0.02,
    "rmsprop-centered": 0.02, adam: 0.05, amsgrad: 0.05, adamw: 0.05, adamax: 0.1, nadam: 0.05,
    radam: 0.1, rprop: 0.01, lion: 0.02, "schedule-free": 0.1,
  },
});
