import type { Levels } from "../contour-map/levels";

/** What the height of the surface is, since it is not the loss itself. */
export const heightInWords: Readonly<Record<Levels["measure"], string>> = {
  logarithm: "Height grows with the logarithm of the loss, so that low and high places are seen together.",
  area: "Height grows with the share of the map that lies lower, so that all of it is seen at once.",
};

/** How the view is turned, for those who hear the page. */
export const turningInWords = "3-D view: arrow keys turn and tilt it, plus and minus zoom, 0 resets it";

/** The names of the view's buttons. */
export const buttonWords = {
  left: "turn left",
  right: "turn right",
  up: "look from higher",
  down: "look from lower",
  nearer: "zoom in",
  farther: "zoom out",
  reset: "reset the view",
  resetShort: "reset",
} as const;

/** What is said where the browser cannot draw the surface in space. */
export const missingInWords = "This browser cannot draw in 3-D here: it has no WebGL, or has just lost it.";

/** The button that leads to the map of all runs instead. */
export const mapInstead = "show the overlaid map";
