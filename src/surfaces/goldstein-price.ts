import { defineSurface } from "./surface";

/** Losses from 3 to a million: gradients of thousands are why some rules divide by the gradient's size. */
export const goldsteinPrice = defineSurface({
  name: "Goldstein–Price",
  teaches: "valleys",
  reference: "Goldstein & Price 1971, doi:10.1090/S0025-5718-1971-0312365-X",
  value: `
    (1 + (x + y + 1)^2 * (19 - 14 * x + 3 * x^2 - 14 * y + 6 * x * y + 3 * y^2))
      * (30 + (2 * x - 3 * y)^2 * (18 - 32 * x + 12 * x^2 + 48 * y - 36 * x * y + 27 * y^2))
  `,
  domain: { x: [-2, 2], y: [-2, 2] },
  minima: [
    [0, -1],
    [-0.6, -0.4],
    [1.8, 0.2],
    [1.2, 0.8],
  ],
  saddles: [
    [-0.4, -0.6],
    [1.2, -0.2],
    [1.4, 0.6],
    [0.6, 0.4],
  ],
  start: [-0.4, -1.4],
  // prettier-ignore
  rates: {
    sgd: 0.0001, momentum: 2e-5, nesterov: 2e-5, adagrad: 0.2, adadelta: 5, rmsprop: 0.02,
    "rmsprop-centered": 0.02, adam: 0.05, amsgrad: 0.05, adamw: 0.05, adamax: 0.1, nadam: 0.05,
    radam: 5e-5, rprop: 0.01, lion: 0.005, "schedule-free": 0.1,
  },
});
