import { defineModifier } from "./modifier";

/** Shrinks the parameters themselves, past whatever the rule makes of the gradient. */
export const decay = defineModifier({
  name: "Decoupled weight decay",
  reference: "Loshchilov & Hutter 2019, arXiv:1711.05101",
  lines: "theta = theta - lr * decay * theta",
  place: "before",
  word: "decoupled weight decay",
  value: 0.01,
  range: [1e-5, 10],
});
