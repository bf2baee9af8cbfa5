import { defineSurface } from "./surface";

/** Four basins of three depths: what stops in the first never learns that it is the shallowest. */
export const styblinskiTang = defineSurface({
  name: "Styblinski–Tang",
  teaches: "several minima",
  reference: "Styblinski & Tang 1990, doi:10.1016/0893-6080(90)90029-K",
  value: "(x^4 - 16 * x^2 + 5 * x + y^4 - 16 * y^2 + 5 * y) / 2",
  domain: { x: [-5, 5], y: [-5, 5] },
  minima: [
    [-2.903534027771177, -2.903534027771177],
    [-2.903534027771177, 2.746802770990837],
    [2.746802770990837, -2.903534027771177],
    [2.746802770990837, 2.746802770990837],
  ],
  saddles: [
    [-2.903534027771177, 0.1567312567803401],
    [0.1567312567803401, -2.903534027771177],
    [0.1567312567803401, 2.746802770990837],
    [2.746802770990837, 0.1567312567803401],
  ],
  start: [4.5, 4.5],
  // prettier-ignore
  rates: {
    sgd: 0.005, momentum: 0.01, nesterov: 0.01, adagrad: 0.5, adadelta: 10, rmsprop: 0.02,
    "rmsprop-centered": 0.02, adam: 0.5, amsgrad: 0.5, adamw: 0.5, adamax: 0.5, nadam: 0.2,
    radam: 0.005, rprop: 0.01, lion: 0.1, "schedule-free": 0.2,
  },
});
