import { definePreset } from "./preset";

/** What a rule remembers can carry it past the nearest minimum to a better one. */
export const twoWells = definePreset({
  name: "Two wells",
  link: "surface=two-wells&view=overlay&run=sgd(lr=0.02)&run=momentum(lr=0.01)&run=adam(lr=0.1)",
  lesson:
    "From one start {0} slides into the nearer, poorer well; {1} and {2} remember where they were going and end in the deep one.",
});
