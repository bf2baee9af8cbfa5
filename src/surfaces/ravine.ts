import { defineSurface } from "./surface";

/** A long bowl, kappa times steeper across than along: what makes plain gradient descent slow. */
export const ravine = defineSurface({
  name: "Ravine",
  teaches: "valleys",
  reference: "Polyak 1964, doi:10.1016/0041-5553(64)90137-5; Goh 2017, doi:10.23915/distill.00006",
  value: `
    ((x * cos(rotate * pi / 180) + y * sin(rotate * pi / 180))^2
      + kappa * (y * cos(rotate * pi / 180) - x * sin(rotate * pi / 180))^2) / 2
  `,
  parameters: {
    kappa: { value: 50, word: "condition number", range: [1, 1000] },
    rotate: { value: 0, word: "rotate", range: [-180, 180], unit: "°" },
  },
  domain: { x: [-10, 10], y: [-4, 4] },
  minima: [[0, 0]],
  start: [-9, 2],
  curvature: "max(1, kappa)",
  // prettier-ignore
  rates: {
    sgd: 0.035, momentum: 0.015, nesterov: 0.015, adagrad: 1, adadelta: 1, rmsprop: 0.05,
    "rmsprop-centered": 0.05, adam: 0.3, amsgrad: 0.3, adamw: 0.3, adamax: 0.3, nadam: 0.3,
    radam: 0.01, rprop: 0.1, lion: 0.05, "schedule-free": 0.3,
  },
});
