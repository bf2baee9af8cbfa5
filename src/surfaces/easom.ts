import { defineSurface } from "./surface";

/** A hole in a plain with four false dips: a gradient of 2e-8 stops some rules and misleads the others. */
export const easom = defineSurface({
  name: "Easom",
  teaches: "traps",
  reference: "Easom 1990, A Survey of Global Optimization Techniques",
  value: "-cos(x) * cos(y) * exp(-(x - pi)^2 - (y - pi)^2)",
  domain: { x: [-2, 8], y: [-2, 8] },
  minima: [
    [Math.PI, Math.PI],
    [1.3049954504376675, 1.3049954504376675],
    [1.3049954504376675, 4.978189856741919],
    [4.978189856741919, 1.3049954504376675],
    [4.978189856741919, 4.978189856741919],
  ],
  start: [0, 0],
  // The rules that are not named here do not move at any rate a slider has.
  // prettier-ignore
  rates: {
    adagrad: 0.2, rmsprop: 0.02, "rmsprop-centered": 0.02, adam: 0.05, amsgrad: 0.05, adamw: 0.05,
    adamax: 0.05, nadam: 0.05, radam: 1, rprop: 0.01, lion: 0.02, "schedule-free": 0.1,
  },
});
