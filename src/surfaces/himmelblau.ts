import { defineSurface } from "./surface";

/** Four equal minima: which one is found depends on the rule as much as on the start. */
export const himmelblau = defineSurface({
  name: "Himmelblau",
  reference: "Himmelblau 1972, Applied Nonlinear Programming",
  value: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
  domain: { x: [-5, 5], y: [-5, 5] },
  minima: [
    [3, 2],
    [-2.805118, 3.131313],
    [-3.77931, -3.283186],
    [3.584428, -1.848127],
  ],
  saddles: [
    [0.086678, 2.884255],
    [3.385154, 0.073852],
    [-0.127961, -1.953715],
    [-3.073026, -0.081353],
  ],
  start: [-0.27, -0.92],
  rates: { sgd: 0.01, momentum: 0.01, nesterov: 0.01, adagrad: 0.5, rmsprop: 0.05, adam: 0.1 },
});
