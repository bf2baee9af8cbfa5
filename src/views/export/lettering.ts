import type { Pencil } from "../contour-map/pen";
import type { Inks } from "./inks";
import type { Sheet } from "./sheet";

/** How words are written. */
type Lettering = {
  readonly size: number;
  readonly colour: string;
  readonly weight?: number;
  readonly isSerif?: boolean;
  readonly isItalic?: boolean;
  readonly align?: Pencil["textAlign"];
  /** Behind the words, where they stand on lines. */
  readonly halo?: string;
};

/** Writes a line of text; (x, y) is where its base line begins, or is aligned to. */
export function write(
  { context }: Sheet,
  { sans, serif }: Inks,
  text: string,
  [x, y]: readonly [number, number],
  { size, colour, weight, isSerif = false, isItalic = false, align = "start", halo }: Lettering,
): void {
  context.font = `${isItalic ? "italic " : ""}${weight ?? 400} ${size}px ${isSerif ? serif : sans}`;
  context.textAlign = align;
  if (halo !== undefined) {
    context.lineJoin = "round";
    context.strokeStyle = halo;
    context.lineWidth = 3.5;
    context.globalAlpha = 0.85;
    context.strokeText(text, x, y);
    context.globalAlpha = 1;
  }
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** A straight line, or several, as an SVG path. */
export function rule({ context, shape }: Sheet, d: string, colour: string, width = 1, opacity = 1): void {
  context.setLineDash([]);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.globalAlpha = opacity;
  context.stroke(shape(d));
  context.globalAlpha = 1;
}
