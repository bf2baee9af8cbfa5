import { defineModifier } from "./modifier";

/** Keeps each parameter within this magnitude. */
export const clipWeights = defineModifier({
  name: "Weight clipping",
  reference: "Arjovsky, Chintala & Bottou 2017, arXiv:1701.07875",
  lines: "theta = max(-clipWeights, min(clipWeights, theta))",
  place: "after",
  word: "largest parameter",
  value: 1,
  range: [1e-3, 1e3],
});
