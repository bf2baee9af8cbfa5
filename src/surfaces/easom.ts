import { defineSurface } from "./surface";

/** A hole in a plain with four false dips: a gradient of 2e-8 stops some rules and misleads the others. */
export const easom = defineSurface({
  name: "Easom",
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
  rates: {},
});
