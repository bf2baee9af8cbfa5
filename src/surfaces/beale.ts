import { defineSurface } from "./surface";

/** A plain between cliffs: gradients differ a thousandfold, and from some starts the loss falls for ever. */
export const beale = defineSurface({
  name: "Beale",
  teaches: "valleys",
  reference:
    "Beale 1958, Princeton technical report 25; Moré, Garbow & Hillstrom 1981, doi:10.1145/355934.355936",
  value: "(1.5 - x + x * y)^2 + (2.25 - x + x * y^2)^2 + (2.625 - x + x * y^3)^2",
  domain: { x: [-4.5, 4.5], y: [-4.5, 4.5] },
  minima: [[3, 0.5]],
  saddles: [
    [0, 1],
    [0.10053793732415836, -2.644513585023125],
  ],
  start: [1, 1],
  // prettier-ignore
  rates: {
    sgd: 0.01, momentum: 0.005, nesterov: 0.005, adagrad: 0.5, adadelta: 5, rmsprop: 0.05,
    "rmsprop-centered": 0.05, adam: 0.1, amsgrad: 0.1, adamw: 0.1, adamax: 0.2, nadam: 0.1,
    radam: 0.02, rprop: 0.02, lion: 0.05, "schedule-free": 0.2,
  },
});
