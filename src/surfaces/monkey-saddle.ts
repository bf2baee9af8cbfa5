import { defineSurface } from "./surface";

/** Three ways down, one for the tail: so flat in the middle that some rules stall where others coast on. */
export const monkeySaddle = defineSurface({
  name: "Monkey saddle",
  teaches: "saddles and plains",
  reference: "after Hilbert & Cohn-Vossen 1932, Anschauliche Geometrie",
  value: "x^3 - 3 * x * y^2 + (x^2 + y^2)^2 / 2",
  domain: { x: [-2.5, 2.5], y: [-2.5, 2.5] },
  minima: [
    [-1.5, 0],
    [0.75, 1.299038105676658],
    [0.75, -1.299038105676658],
  ],
  saddles: [[0, 0]],
  start: [0.3, 0],
  // prettier-ignore
  rates: {
    sgd: 0.1, momentum: 0.05, nesterov: 0.05, adagrad: 0.1, adadelta: 10, rmsprop: 0.01,
    "rmsprop-centered": 0.01, adam: 0.1, amsgrad: 0.1, adamw: 0.1, adamax: 0.1, nadam: 0.1,
    radam: 0.5, rprop: 0.01, lion: 0.05, "schedule-free": 0.2,
  },
});
