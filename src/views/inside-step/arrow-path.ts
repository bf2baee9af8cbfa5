import type { Point } from "../../surfaces/surface";

/** How an arrow is drawn: an open head is two strokes, a filled one a triangle. */
export type ArrowStyle = { readonly width: number; readonly isOpen: boolean; readonly gap: number };

/** An arrow's line and head as SVG paths; undefined where it is too short to have a direction. */
export function arrowPath(
  [x0, y0]: Point,
  [x1, y1]: Point,
  { width, isOpen, gap }: ArrowStyle,
): { readonly shaft: string; readonly head: string } | undefined {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length >= shortest && length < Infinity)) return undefined;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const back = Math.min(0.6 * length, 6 + 2.2 * width);
  const half = (2.4 + 1.1 * width) * (back / (6 + 2.2 * width));
  const [bx, by] = [x1 - ux * back, y1 - uy * back];
  const begin = Math.min(gap, 0.3 * length);
  const at = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`;
  const [left, right, tip] = [
    at(bx - uy * half, by + ux * half),
    at(bx + uy * half, by - ux * half),
    at(x1, y1),
  ];
  return {
    shaft: `M${at(x0 + ux * begin, y0 + uy * begin)}L${isOpen ? tip : at(bx, by)}`,
    head: isOpen ? `M${left}L${tip}L${right}` : `M${left}L${tip}L${right}Z`,
  };
}

/** Pixels below which nothing of an arrow could be seen. */
const shortest = 3;
