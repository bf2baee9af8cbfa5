import type { Point } from "../../surfaces/surface";
import { boxAbout, overlap, type Box } from "./places";
import { isSmall, type Viewport } from "./viewport";

/** From the map's right edge to the columns of x, y and f: room for −10.000 and −1.4·10⁻²². */
export const columns = { x: 208, y: 143, f: 78 } as const;

/** The read-out on a map: its base line, and the corner it takes up, where nothing else may stand. */
export type ReadOutPlace = { readonly baseLine: number; readonly box: Box };

/**
 * Where a map's read-out stands, none on a small one: on square maps above, where the axis's markers do not reach, on
 * others below, unless one of `marks` is there and none at the other end.
 */
export function readOutPlace(viewport: Viewport, marks: readonly Point[]): ReadOutPlace | undefined {
  if (isSmall(viewport)) return undefined;
  const { width, height } = viewport;
  const places = [20, height - 11].map((baseLine): ReadOutPlace => {
    const [y0, y1] = [baseLine - 14, baseLine + 5];
    return { baseLine, box: { x0: width - columns.x - 4, y0, x1: width, y1 } };
  });
  if (width >= 1.6 * height) places.reverse();
  return places.find(({ box }) => marks.every((mark) => !overlap(box, boxAbout(mark, 16, 16)))) ?? places[0];
}
