import { defineSurface } from "./surface";

/** A tilted convex bowl, nine times steeper across than along: the baseline every rule should master. */
export const booth = defineSurface({
  name: "Booth",
  reference: "Jamil & Yang 2013, arXiv:1308.4008",
  value: "(x + 2 * y - 7)^2 + (2 * x + y - 5)^2",
  domain: { x: [-10, 10], y: [-10, 10] },
  minima: [[1, 3]],
  start: [-8, 7],
  curvature: "18",
  rates: {},
});
