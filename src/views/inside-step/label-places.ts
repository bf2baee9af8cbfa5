import type { Point } from "../../surfaces/surface";
import { boxAbout, clearance, fitsOn, overlap, type Box } from "../contour-map/places";
import type { MapSize } from "./step-window";

/** A label that seeks its place: beside one of some points, best in the direction it is given there. */
export type WantedLabel = {
  readonly width: number;
  readonly height: number;
  readonly beside: readonly { readonly at: Point; readonly angle: number; readonly gap: number }[];
};

/** What is tried: turns away from the best angle, near the point and a little farther. */
const tried = [0, 10].flatMap((more) =>
  [0, 1, -1, 2, -2, 3, -3, 4].map((eighth) => [(eighth * Math.PI) / 4, more] as const),
);
/** Pixels of distance to other ink that a turn by a quarter circle outweighs. */
const costOfTurn = 5;
const clearest = 12;

/** The middle of each label, in the order of what matters most; undefined for one that finds no room. */
export function labelPlaces(
  labels: readonly (WantedLabel | undefined)[],
  ink: readonly Point[],
  size: MapSize,
  taken: readonly Box[] = [],
): (Point | undefined)[] {
  const boxes = [...taken];
  return labels.map((label) => {
    if (!label) return undefined;
    const { width, height, beside } = label;
    let best: { readonly score: number; readonly at: Point; readonly box: Box } | undefined;
    beside.forEach(({ at: [x, y], angle, gap }, place) => {
      for (const [turn, more] of tried) {
        const [dx, dy] = [Math.cos(angle + turn), Math.sin(angle + turn)];
        const at: Point = [x + dx * (width / 2 + gap + more), y + dy * (height / 2 + gap + more)];
        const box = boxAbout(at, width, height);
        if (!fitsOn({ x: [0, 1], y: [0, 1], ...size }, box) || boxes.some((other) => overlap(box, other, 2)))
          continue;
        const score =
          clearance(box, ink, clearest) - costOfTurn * (Math.abs(turn) / (Math.PI / 2)) - more / 3 - place;
        if (!best || score > best.score) best = { score, at, box };
      }
    });
    if (best) boxes.push(best.box);
    return best?.at;
  });
}
