import { defineSurface } from "./surface";

/** Downhill to a point that is no minimum: what tells the rules apart is how soon they leave it. */
export const saddle = defineSurface({
  name: "Saddle",
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
  rates: { sgd: 0.1, momentum: 0.03, nesterov: 0.03, adagrad: 0.5, rmsprop: 0.05, adam: 0.1 },
});
