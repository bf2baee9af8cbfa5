import { definePreset } from "./preset";

/** Two answers to one ravine: carry on, or give each coordinate its own step. */
export const momentumBesideRmsprop = definePreset({
  name: "Momentum beside RMSprop",
  link: "",
  lesson:
    "{0} swings across the ravine and coasts past the minimum; {1} gives each coordinate its own step size, never crosses the floor, and crawls along it.",
});
