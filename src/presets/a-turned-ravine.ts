import { definePreset } from "./preset";

/** Rates for each coordinate help where the axes are right, and only there. */
export const aTurnedRavine = definePreset({
  name: "A turned ravine",
  link: "surface=ravine(rotate=45)&run=momentum(lr=0.015)&run=adam(lr=0.3)&window=-16,16,-4.4,4.4",
  lesson:
    "Turned by 45 degrees, the ravine is the same to {0}; {1}, which scales each coordinate by itself, finds no axis to scale and is left behind.",
});
