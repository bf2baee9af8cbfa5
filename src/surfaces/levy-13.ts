import { defineSurface } from "./surface";

/** A bowl whose ripples grow away from its only marked minimum: hardly two rules end in the same one. */
export const levy13 = defineSurface({
  name: "Levy 13",
  teaches: "traps",
  reference: "Levy & Montalvo 1985, doi:10.1137/0906002; Surjanovic & Bingham, sfu.ca/~ssurjano/levy13.html",
  value: `
    sin(3 * pi * x)^2 + (x - 1)^2 * (1 + sin(3 * pi * y)^2)
      + (y - 1)^2 * (1 + sin(2 * pi * y)^2)
  `,
  // Half the usual window: in the whole one a ripple is no wider than a path.
  domain: { x: [-5, 5], y: [-5, 5] },
  minima: [[1, 1]],
  start: [-3.2, 3.4],
  // prettier-ignore
  rates: {
    sgd: 0.002, momentum: 0.002, nesterov: 0.002, adagrad: 0.5, adadelta: 1, rmsprop: 0.05,
    "rmsprop-centered": 0.05, adam: 0.2, amsgrad: 0.2, adamw: 0.2, adamax: 0.2, nadam: 0.2,
    radam: 0.005, rprop: 0.2, lion: 0.05, "schedule-free": 0.2,
  },
});
