import { defineSurface } from "./surface";

/** A hollow in a plain that hardly slopes: what each rule does while the gradient says almost nothing. */
export const plateau = defineSurface({
  name: "Plateau",
  teaches: "saddles and plains",
  reference: "after Fukumizu & Amari 2000, doi:10.1016/S0893-6080(00)00009-5",
  value: "1 - exp(-((x - 2)^2 + y^2 / 4) / 2) + 0.002 * (x^2 + y^2)",
  domain: { x: [-8, 6], y: [-6, 6] },
  minima: [[1.9920316205454238, 0]],
  start: [-6, 3],
  // prettier-ignore
  rates: {
    sgd: 1, momentum: 1, nesterov: 1, adagrad: 0.5, adadelta: 10, rmsprop: 0.05,
    "rmsprop-centered": 0.05, adam: 0.2, amsgrad: 0.2, adamw: 0.2, adamax: 0.2, nadam: 0.2,
    radam: 1, rprop: 0.01, lion: 0.1, "schedule-free": 0.5,
  },
});
