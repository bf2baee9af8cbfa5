import { defineSurface } from "./surface";

/** Downhill to a point that is no minimum: what tells the rules apart is how soon they leave it. */
export const saddle = defineSurface({
  name: "Saddle",
  teaches: "saddles and plains",
  reference: "after Dauphin et al. 2014, arXiv:1406.2572",
  value: "x^2 - y^2 + y^4 / 4",
  domain: { x: [-2, 2], y: [-2.5, 2.5] },
  minima: [
    [0, Math.SQRT2],
    [0, -Math.SQRT2],
  ],
  saddles: [[0, 0]],
  // A millionth off the axis: exactly on it every rule stays for ever, and there is nothing to compare.
  start: [1.5, 1e-6],
  // prettier-ignore
  rates: {
    sgd: 0.1, momentum: 0.03, nesterov: 0.03, adagrad: 0.5, adadelta: 10, rmsprop: 0.05,
    "rmsprop-centered": 0.05, adam: 0.1, amsgrad: 0.1, adamw: 0.1, adamax: 0.1, nadam: 0.1,
    radam: 0.1, rprop: 0.01, lion: 0.02, "schedule-free": 0.2,
  },
});
