import type { Point } from "../../surfaces/surface";
import type { Colours } from "./colours";

/** Sizes of marks and lines, in pixels. */
export type Pen = {
  readonly line: number;
  readonly casing: number;
  readonly dot: number;
  readonly ring: number;
  readonly start: number;
  readonly head: number;
  readonly numeral: number;
};

/** Sizes of what is drawn, by the size of the map. */
export const pens = {
  usual: { line: 2.8, casing: 5.5, dot: 3, ring: 3.4, start: 5.5, head: 6.5, numeral: 11.5 },
  small: { line: 2, casing: 4, dot: 2.2, ring: 2.6, start: 4, head: 5, numeral: 10 },
} as const satisfies Record<string, Pen>;

/** As much of a canvas as runs are drawn with: an exported picture has another that writes SVG. */
export type Pencil = Pick<
  CanvasRenderingContext2D,
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "arc"
  | "fill"
  | "stroke"
  | "setLineDash"
  | "lineDashOffset"
  | "globalAlpha"
  | "lineWidth"
  | "strokeStyle"
  | "fillStyle"
  | "lineJoin"
  | "font"
  | "textAlign"
  | "fillText"
  | "strokeText"
  | "save"
  | "restore"
  | "translate"
  | "scale"
  | "rotate"
>;

/** What marks are drawn with. */
export type Brush = {
  readonly context: Pencil;
  /** Makes a shape of an SVG path, where the pencil is not a canvas's. */
  readonly shape?: (d: string) => Path2D;
  readonly colours: Colours;
  readonly pen: Pen;
};

/** Adds a whole circle to the path being built. */
export function addCircle(context: Pick<Pencil, "moveTo" | "arc">, [x, y]: Point, radius: number): void {
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
}
