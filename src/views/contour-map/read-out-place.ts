import type { Point } from "../../surfaces/surface";
import { boxAbout, overlap, type Box } from "./places";
import { isSmall, spanOf, type Viewport } from "./viewport";

/** Decimals that tell a thousandth of a map's width. */
export const decimalsOf = ({ x }: Viewport): number =>
  Math.max(0, Math.ceil(-Math.log10(spanOf(x) / 1000) - 1e-9));

/** From the map's right edge to the columns of x, y and f: room for −10.000 and −1.4·10⁻²², and for more decimals on a zoomed map. */
export function columnsOf(viewport: Viewport) {
  const more = 7 * Math.max(0, decimalsOf(viewport) - 3);
  return { x: 208 + 2 * more, y: 143 + more, f: 78 } as const;
}

/** The read-out on a map: its base line, and the corner it takes up, where nothing else may stand. */
export type ReadOutPlace = { readonly baseLine: number; readonly box: Box };

/**
 * Where a map's read-out stands, none on a small one: on square maps above, where the axis's markers do not reach, on
 * others below, unless one of `marks` is there and none at the other end.
 */
export function readOutPlace(viewport: Viewport, marks: readonly Point[]): ReadOutPlace | undefined {
  if (isSmall(viewport)) return undefined;
  const { width, height } = viewport;
  const places = [20, height - 11].map((baseLine) => placedReadOut(viewport, baseLine));
  if (width >= 1.6 * height) places.reverse();
  return places.find(({ box }) => marks.every((mark) => !overlap(box, boxAbout(mark, 16, 16)))) ?? places[0];
}

/** A map's read-out on a base line: it is as wide as the map's decimals need. */
export function placedReadOut(viewport: Viewport, baseLine: number): ReadOutPlace {
  const { width } = viewport;
  const [y0, y1] = [baseLine - 14, baseLine + 5];
  return { baseLine, box: { x0: width - columnsOf(viewport).x - 4, y0, x1: width, y1 } };
}
