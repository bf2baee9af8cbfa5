import { definePreset } from "./preset";

/** With gradients of mini-batches, a constant rate never comes to rest. */
export const whyRatesDecay = definePreset({
  name: "Why rates decay",
  link: "surface=noisy-line&steps=200&run=sgd(lr=0.4)&run=sgd(lr=0.4,schedule=cosine)",
  lesson:
    "Each step sees only four of the points: at a constant rate {0} keeps being shaken about the minimum, while {1}, whose rate falls along a cosine, settles.",
});
