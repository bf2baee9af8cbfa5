import { defineSurface } from "./surface";

/** Slope x and intercept y of a line through points seen a few at a time: to settle, the rate must decay. */
export const noisyLine = defineSurface({
  name: "Noisy line",
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
  domain: { x: [-2, 4], y: [-3, 2] },
  minima: [[2, -0.5]],
  start: [-1, 1],
  curvature: "(2.235 + sqrt(0.235^2 + 1.9^2)) / 2",
  rates: {},
});
