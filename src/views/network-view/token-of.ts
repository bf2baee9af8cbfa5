import { rgb } from "d3";
import type { Colour } from "./weights";

/** The value of a colour token, for a canvas. */
export const tokenOf = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A token's colour by its channels, however the build has shortened it. */
export function colourOf(name: string): Colour {
  const { r, g, b } = rgb(tokenOf(name));
  return [r, g, b];
}
