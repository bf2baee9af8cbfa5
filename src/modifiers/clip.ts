import { defineModifier } from "./modifier";

/** Cuts each coordinate of the gradient to this magnitude, which may turn it. */
export const clip = defineModifier({
  name: "Clip by value",
  reference: "Mikolov 2012, Statistical language models based on neural networks",
  lines: "g = max(-clip, min(clip, g))",
  place: "gradient",
  word: "largest gradient coordinate",
  value: 1,
  range: [1e-3, 1e3],
});
