import type { Point } from "../../surfaces/surface";
import { boxAbout, clearance, fitsOn, overlap, type Box } from "../contour-map/places";
import type { MapSize } from "./step-window";

/** A label that seeks its place: beside one of some points, best in the direction it is given there. */
export type WantedLabel = {
  readonly width: number;
  readonly height: number;
  readonly beside: readonly { readonly at: Point; readonly angle: number; readonly gap: number }[];
};

/** Lines that labels keep off: those that must not be crossed, and those that may where there is no better place. */
export type Ink = { readonly firm: readonly Point[]; readonly faint: readonly Point[] };

/** What is tried: turns away from the best angle, near the point and a little farther, and slid along above or below it. */
const tried = [0, 10].flatMap((more) =>
  [0, 1, -1, 2, -2, 3, -3, 4].flatMap((eighth) =>
    [0, 0.42, -0.42].map((slide) => ({ turn: (eighth * Math.PI) / 4, more, slide })),
  ),
);
/** Pixels of distance to other ink that a turn by a quarter circle outweighs. */
const costOfTurn = 5;
const clearest = 12;
/** A label nearer than this to a firm line lies on it. */
const leastClear = 1;

/** The middle of each label, in the order of what matters most; undefined for one that finds no room. */
export function labelPlaces(
  labels: readonly (WantedLabel | undefined)[],
  { firm, faint }: Ink,
  size: MapSize,
  taken: readonly Box[] = [],
): (Point | undefined)[] {
  const boxes = [...taken];
  return labels.map((label) => {
    if (!label) return undefined;
    const { width, height, beside } = label;
    let best: { readonly score: number; readonly at: Point; readonly box: Box } | undefined;
    beside.forEach(({ at: [x, y], angle, gap }, place) => {
      for (const { turn, more, slide } of tried) {
        const [dx, dy] = [Math.cos(angle + turn), Math.sin(angle + turn)];
        if (slide !== 0 && Math.abs(dy) < 0.9) continue;
        const at: Point = [
          x + dx * (width / 2 + gap + more) + slide * width,
          y + dy * (height / 2 + gap + more),
        ];
        const box = boxAbout(at, width, height);
        if (!fitsOn({ x: [0, 1], y: [0, 1], ...size }, box) || boxes.some((other) => overlap(box, other, 2)))
          continue;
        const most =
          clearest - costOfTurn * (Math.abs(turn) / (Math.PI / 2)) - more / 3 - 2 * Math.abs(slide) - place;
        if (best && most <= best.score) continue;
        const clear = clearance(box, firm, clearest);
        if (clear < leastClear) continue;
        const score = most - clearest + clearance(box, faint, clear);
        if (!best || score > best.score) best = { score, at, box };
      }
    });
    if (best) boxes.push(best.box);
    return best?.at;
  });
}
