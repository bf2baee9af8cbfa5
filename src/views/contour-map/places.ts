import type { Point } from "../../surfaces/surface";
import type { Trace } from "./trace";
import type { Viewport } from "./viewport";

/** A rectangle that text or a mark takes up. */
export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };

/** The rectangle of that size about a centre. */
export const boxAbout = ([x, y]: Point, width: number, height: number): Box => ({
  x0: x - width / 2,
  y0: y - height / 2,
  x1: x + width / 2,
  y1: y + height / 2,
});

/** Whether two rectangles come nearer to each other than `gap`. */
export const overlap = (a: Box, b: Box, gap = 1): boolean =>
  a.x0 < b.x1 + gap && a.x1 > b.x0 - gap && a.y0 < b.y1 + gap && a.y1 > b.y0 - gap;

/** Whether a rectangle lies on the map, a little inside its border. */
export const fitsOn = ({ width, height }: Viewport, { x0, y0, x1, y1 }: Box, border = 4): boolean =>
  x0 >= border && y0 >= border && x1 <= width - border && y1 <= height - border;

/** Width of a line of text in the sans face, near enough to keep texts apart; `size` in pixels. */
export const widthOf = (text: string, size: number): number =>
  size * [...text].reduce((width, letter) => width + advanceOf(letter), 0);

/** Advance of a letter in Inter, in em, by class; a Chinese character is square. */
const advanceOf = (letter: string) =>
  /[\p{Script=Han}，。：；（）]/u.test(letter)
    ? 1
    : /[ijlft.,:;()|'· ]/.test(letter)
      ? 0.31
      : /[mwMW]/.test(letter)
        ? 0.88
        : /[A-Z0-9−=]/.test(letter)
          ? 0.65
          : 0.58;

/** The drawn lines of some paths, as points near enough to each other to measure distances to. */
export function inkOf(traces: readonly Trace[], { width, height }: Viewport, spacing = 4): Point[] {
  // One point a cell: a path that has come to rest costs no more than one that has passed.
  const cells = new Map<number, Point>();
  const columns = Math.ceil(width / spacing) + 1;
  for (const { segments } of traces)
    for (let k = 0; k < segments.length; k += 4) {
      const [x0, y0, x1, y1] = [segments[k]!, segments[k + 1]!, segments[k + 2]!, segments[k + 3]!];
      if (Number.isNaN(x0)) continue;
      const parts = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / spacing));
      for (let i = 0; i <= parts; i++) {
        const [x, y] = [x0 + ((x1 - x0) * i) / parts, y0 + ((y1 - y0) * i) / parts];
        if (x >= 0 && y >= 0 && x <= width && y <= height)
          cells.set(Math.floor(y / spacing) * columns + Math.floor(x / spacing), [x, y]);
      }
    }
  return [...cells.values()];
}

/** Distance from a rectangle to the nearest ink, 0 where some lies in it; at most `most`. */
export function clearance({ x0, y0, x1, y1 }: Box, ink: readonly Point[], most = 16): number {
  let least = most;
  for (const [x, y] of ink)
    least = Math.min(least, Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1)));
  return least;
}
