import { definePreset } from "./preset";

/** A failure of both: no slope to follow, and a slope followed to nowhere. */
export const lostOnAPlain = definePreset({
  name: "Lost on a plain",
  link: "surface=easom&steps=200&run=sgd(lr=0.1)&run=adam(lr=0.1)",
  lesson:
    "The plain around the one narrow dip has a slope of a hundred-millionth: {0} does not move, and {1} marches off boldly, to stop in a ripple short of it.",
});
