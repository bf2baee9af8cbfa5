import { defineSurface } from "./surface";

/** A hollow in a plain that hardly slopes: what each rule does while the gradient says almost nothing. */
export const plateau = defineSurface({
  name: "Plateau",
  reference: "after Fukumizu & Amari 2000, doi:10.1016/S0893-6080(00)00009-5",
  value: "1 - exp(-((x - 2)^2 + y^2 / 4) / 2) + 0.002 * (x^2 + y^2)",
  domain: { x: [-8, 6], y: [-6, 6] },
  minima: [[1.9920316205454238, 0]],
  start: [-6, 3],
  rates: {},
});
