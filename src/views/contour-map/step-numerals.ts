import type { Point } from "../../surfaces/surface";
import { boxAbout, clearance, fitsOn, overlap, widthOf, type Box } from "./places";
import type { Trace } from "./trace";
import { isOn, type Viewport } from "./viewport";

/** A step that is marked with a ring and its number. */
export type StepNumeral = {
  readonly step: number;
  /** The iterate. */
  readonly ring: Point;
  /** Middle of the number. */
  readonly text: Point;
  /** So alone that it may stand by the ghost of the future, too. */
  readonly isAlone: boolean;
};

/** Steps between two numerals, so that a recording has at most about a dozen. */
export const numeralInterval = (steps: number): number =>
  [10, 20, 50, 100, 200, 500, 1000].find((every) => steps / every <= 12) ?? 2000;

/** Angles and distances tried about an iterate: 32 places. */
const places = [13, 17].flatMap((radius) =>
  Array.from({ length: 16 }, (_, i) => {
    const angle = (i * Math.PI) / 8;
    return {
      dx: 1.15 * radius * Math.cos(angle),
      dy: radius * Math.sin(angle),
      radius,
      isUpright: i % 8 === 4,
    };
  }),
);

/**
 * Numerals along a path, each in the emptiest place about its iterate. One that finds none is left out; `taken`
 * is what stands on the map already.
 */
export function stepNumeralsOf(
  trace: Trace,
  steps: number,
  ink: readonly Point[],
  taken: readonly Box[],
  viewport: Viewport,
  size: number,
): StepNumeral[] {
  const every = numeralInterval(steps);
  const numerals: StepNumeral[] = [];
  const boxes = [...taken];
  const rings: Point[] = [];
  for (let step = every; step <= trace.last; step += every) {
    const ring = trace.pointAt(step);
    if (!isOn(viewport, ring)) continue;
    let best: { score: number; room: number; at: Point; box: Box } | undefined;
    for (const { dx, dy, radius, isUpright } of places) {
      const at: Point = [ring[0] + dx, ring[1] + dy];
      const box = boxAbout(at, widthOf(String(step), size), size);
      if (!fitsOn(viewport, box) || box.x0 < 24 || boxes.some((other) => overlap(box, other))) continue;
      const room = clearance(box, ink);
      const score = room - 0.12 * radius + (isUpright ? 1 : 0);
      if (!best || score > best.score) best = { score, room, at, box };
    }
    const isApart = rings.every(([x, y]) => Math.hypot(x - ring[0], y - ring[1]) >= 20);
    rings.push(ring);
    if (!best || best.room < 2.5) continue;
    boxes.push(best.box, boxAbout(ring, 8, 8));
    numerals.push({ step, ring, text: best.at, isAlone: isApart && best.room >= 4 });
  }
  return numerals;
}
