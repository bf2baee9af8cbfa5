import { inLanguage } from "../speak";

/** Words of the surface in space. */
export const spaceWords = inLanguage("space", {
  /** What the height of the surface is, since it is not the loss itself. */
  height: {
    logarithm: "Height grows with the logarithm of the loss, so that low and high places are seen together.",
    area: "Height grows with the share of the map that lies lower, so that all of it is seen at once.",
  },
  /** How the view is turned, for those who hear the page. */
  turning: "3-D view: arrow keys turn and tilt it, plus and minus zoom, 0 resets it",
  left: "turn left",
  right: "turn right",
  up: "look from higher",
  down: "look from lower",
  nearer: "zoom in",
  farther: "zoom out",
  reset: "reset the view",
  resetShort: "reset",
  missing: "This browser cannot draw in 3-D here: it has no WebGL, or has just lost it.",
  mapInstead: "show the overlaid map",
});
