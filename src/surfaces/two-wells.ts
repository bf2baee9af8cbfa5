import { defineSurface } from "./surface";

/** A deep and a poor well in one bowl: from one start, rules part and end in different wells. */
export const twoWells = defineSurface({
  name: "Two wells",
  teaches: "several minima",
  reference: "after Kramers 1940, doi:10.1016/S0031-8914(40)90098-2",
  value: `
    x^2 + y^2 - 2 * exp(-((x - 1)^2 + y^2) / 0.2)
      - 3 * exp(-((x + 1)^2 + y^2) / 0.2)
  `,
  domain: { x: [-2, 2], y: [-2, 2] },
  minima: [
    [-0.9363006340109187, 0],
    [0.905317899160115, 0],
  ],
  saddles: [[0.06860243670809657, 0]],
  start: [0.6, 1.6],
  // prettier-ignore
  rates: {
    sgd: 0.02, momentum: 0.01, nesterov: 0.01, adagrad: 0.2, adadelta: 10, rmsprop: 0.02,
    "rmsprop-centered": 0.02, adam: 0.05, amsgrad: 0.05, adamw: 0.05, adamax: 0.1, nadam: 0.05,
    radam: 0.2, rprop: 0.01, lion: 0.02, "schedule-free": 0.1,
  },
});
