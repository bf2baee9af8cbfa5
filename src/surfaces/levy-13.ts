import { defineSurface } from "./surface";

/** A bowl whose ripples grow away from its only marked minimum: hardly two rules end in the same one. */
export const levy13 = defineSurface({
  name: "Levy 13",
  reference: "Levy & Montalvo 1985, doi:10.1137/0906002; Surjanovic & Bingham, sfu.ca/~ssurjano/levy13.html",
  value: `
    sin(3 * pi * x)^2 + (x - 1)^2 * (1 + sin(3 * pi * y)^2)
      + (y - 1)^2 * (1 + sin(2 * pi * y)^2)
  `,
  domain: { x: [-10, 10], y: [-10, 10] },
  minima: [[1, 1]],
  start: [-3.2, 3.4],
  rates: {},
});
