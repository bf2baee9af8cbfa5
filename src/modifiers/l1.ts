import { defineModifier } from "./modifier";

/** A penalty on the sum of magnitudes: pulls every parameter to zero with the same force. */
export const l1 = defineModifier({
  name: "L1 penalty",
  reference: "Tibshirani 1996, doi:10.1111/j.2517-6161.1996.tb02080.x",
  lines: "g = g + l1 * sign(theta)",
  place: "penalty",
  word: "L1 penalty",
  value: 0.001,
  range: [1e-6, 10],
});
