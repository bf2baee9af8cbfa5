import type { Inks } from "./inks";
import { paintPaper } from "./page";
import type { Picture } from "./sheet";
import { svgElement } from "./svg-element";
import { svgSheet } from "./svg-sheet";

/** A picture as an SVG file: vector paths and words, complete by itself. */
export function toSvg(picture: Picture, inks: Inks, step: number): string {
  const { width, height, label } = picture;
  const { sheet, written } = svgSheet();
  paintPaper(sheet, inks, width, height);
  picture.paint(sheet, step);
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    style: "font-variant-numeric: tabular-nums",
  };
  const title = svgElement("title", {}, label);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgElement("svg", attributes, undefined, `${title}\n${written()}`)}\n`;
}
