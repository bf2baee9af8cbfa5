import { defineModifier } from "./modifier";

/** A penalty on half the sum of squares: pulls a parameter to zero in proportion to its size. */
export const l2 = defineModifier({
  name: "L2 penalty",
  reference: "Hoerl & Kennard 1970, doi:10.1080/00401706.1970.10488634",
  lines: "g = g + l2 * theta",
  place: "penalty",
  word: "L2 penalty",
  value: 0.001,
  range: [1e-6, 10],
});
