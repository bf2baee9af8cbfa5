import type { Point } from "../../../surfaces/surface";
import { boxAbout, fitsOn, overlap, type Box } from "../../contour-map/places";

/** What is to be named, and how wide its name is in pixels. */
export type Named = { readonly at: Point; readonly width: number };

/** Height of a name. */
const lineHeight = 16;
/** Distance from what is named to the nearest edge of its name, and how it grows where that place is taken. */
const [nearest, rings, ringWidth] = [11, 12, 12];

/**
 * Places for names about their points: to the right where there is room, else around and farther off, so that none lies
 * on another, on a point or beyond the border, and as little as can be on `ink`, points of what is drawn.
 */
export function placeNames(
  named: readonly Named[],
  size: { width: number; height: number },
  ink: readonly Point[] = [],
): Point[] {
  const taken: Box[] = named.map(({ at }) => boxAbout(at, 12, 12));
  return named.map(({ at, width }, own) => {
    let best: { middle: Point; cost: number } | undefined;
    for (let ring = 0; ring < rings; ring++)
      for (const [i, [dx, dy]] of directions.entries()) {
        const away = nearest + ring * ringWidth;
        const middle: Point = [
          at[0] + dx * (away + width / 2),
          at[1] + dy * (away + (dx === 0 ? lineHeight / 2 : ring > 0 ? 4 : 0)),
        ];
        const box = boxAbout(middle, width, lineHeight);
        const hits = taken.filter((other, k) => k !== own && overlap(box, other)).length;
        const covered = ink.filter(([x, y]) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1).length;
        const isOff = !fitsOn({ ...size, x: [0, 1], y: [0, 1] }, box);
        const cost = ring + i / 10 + 20 * hits + 2 * Math.min(4, covered) + (isOff ? 200 : 0);
        if (!best || cost < best.cost) best = { middle, cost };
      }
    taken.push(boxAbout(best!.middle, width, lineHeight));
    return best!.middle;
  });
}

/** Right, left, below, above, and between. */
const directions = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [1, -1], [-1, 1], [-1, -1]] as const; // prettier-ignore
