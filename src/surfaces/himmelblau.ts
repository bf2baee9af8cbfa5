import { defineSurface } from "./surface";

/** Four equal minima: which one is found depends on the rule as much as on the start. */
export const himmelblau = defineSurface({
  name: "Himmelblau",
  teaches: "several minima",
  reference: "Himmelblau 1972, Applied Nonlinear Programming",
  value: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
  domain: { x: [-5, 5], y: [-5, 5] },
  minima: [
    [3, 2],
    [-2.805118086952745, 3.131312518250573],
    [-3.779310253377747, -3.2831859912861696],
    [3.5844283403304917, -1.8481265269644036],
  ],
  saddles: [
    [0.08667750455539636, 2.884254701174776],
    [3.385154183607021, 0.07385187983774928],
    [-0.12796134673068008, -1.9537149802445763],
    [-3.0730257507643897, -0.08135304428796751],
  ],
  start: [-0.27, -0.92],
  // prettier-ignore
  rates: {
    sgd: 0.01, momentum: 0.01, nesterov: 0.01, adagrad: 0.5, adadelta: 5, rmsprop: 0.05,
    "rmsprop-centered": 0.05, adam: 0.1, amsgrad: 0.1, adamw: 0.1, adamax: 0.1, nadam: 0.1,
    radam: 0.1, rprop: 0.01, lion: 0.05, "schedule-free": 0.2,
  },
});
