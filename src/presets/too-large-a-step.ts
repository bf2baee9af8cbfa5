import { definePreset } from "./preset";

/** Beyond 2 over the largest curvature, gradient descent diverges: a failure, and a sharp one. */
export const tooLargeAStep = definePreset({
  name: "Too large a step",
  link: "surface=ravine&run=sgd(lr=0.039)&run=sgd(lr=0.045)",
  lesson:
    "The steepest direction bears no rate above 2/κ = 0.04: {0} just stays below and arrives, {1} is just above and each of its swings is longer than the last.",
});
