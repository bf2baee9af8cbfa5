import { definePreset } from "./preset";

/** The same start and the same loss: the rule decides where it ends. */
export const fourMinima = definePreset({
  name: "Four equal minima",
  link: "surface=himmelblau&view=overlay&run=sgd(lr=0.01)&run=momentum(lr=0.01)&run=adagrad(lr=0.5)&run=adam(lr=0.1)",
  lesson:
    "All four minima are equally good: from one start {0} and {1} end in one of them, {2} and {3} in another.",
});
