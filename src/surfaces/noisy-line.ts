import { defineSurface } from "./surface";

/** Slope x and intercept y of a line through points seen a few at a time: to settle, the rate must decay. */
export const noisyLine = defineSurface({
  name: "Noisy line",
  teaches: "noise",
  reference: "Robbins & Monro 1951, doi:10.1214/aoms/1177729586",
  value: "(1.235 * x^2 + 1.9 * x * y + y^2 - 3.99 * x - 2.8 * y + 3.5) / 2",
  parameters: { batch: { value: 4, word: "mini-batch", range: [1, 20] } },
  data: {
    batch: "batch",
    points: [
      [0, 0.1],
      [0.1, -0.8],
      [0.2, 0.5],
      [0.3, -0.5],
      [0.4, 0.2],
      [0.5, 0.7],
      [0.6, 1.1],
      [0.7, 0.6],
      [0.8, 1.5],
      [0.9, 1.3],
      [1, 1],
      [1.1, 1.7],
      [1.2, 1.5],
      [1.3, 1.5],
      [1.4, 2.7],
      [1.5, 2.1],
      [1.6, 2.2],
      [1.7, 3.8],
      [1.8, 3],
      [1.9, 3.8],
    ],
  },
  domain: { x: [-2, 4], y: [-3, 2.5] },
  minima: [[2, -0.5]],
  start: [-1, 1],
  curvature: "(2.235 + sqrt(0.235^2 + 1.9^2)) / 2",
  // prettier-ignore
  rates: {
    sgd: 0.2, momentum: 0.02, nesterov: 0.02, adagrad: 0.5, adadelta: 10, rmsprop: 0.05,
    "rmsprop-centered": 0.05, adam: 0.2, amsgrad: 0.2, adamw: 0.2, adamax: 0.2, nadam: 0.2,
    radam: 0.2, rprop: 0.01, lion: 0.1, "schedule-free": 0.5,
  },
});
