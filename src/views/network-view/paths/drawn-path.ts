import type { Point } from "../../../surfaces/surface";
import type { Plate } from "./plate";
import type { Dot } from "./projected-paths";

/** A run's path on a plate. */
export type DrawnPath = {
  readonly number: number;
  readonly steps: readonly number[];
  /** Places in pixels, one a step. */
  readonly points: readonly Point[];
  readonly losses: readonly number[];
  /** Indices of the steps that have a dot: those that stand apart. */
  readonly dotted: readonly number[];
};

/** Distance in pixels below which dots would hide each other. */
const apart = 9;

/** Lays a run's path out on a plate. Every step has its point; a dot is left out where the last one is near. */
export function drawnPath(number: number, dots: readonly Dot[], plate: Plate): DrawnPath {
  const points = dots.map(plate.toPixel);
  const dotted: number[] = [];
  points.forEach(([x, y], i) => {
    const last = points[dotted.at(-1) ?? 0]!;
    // The start has a mark of its own.
    if (Math.hypot(x - last[0], y - last[1]) >= apart) dotted.push(i);
  });
  return {
    ...{ number, points, dotted },
    steps: dots.map(({ step }) => step),
    losses: dots.map(({ loss }) => loss),
  };
}

/** Points on the lines between a path's places, near enough to each other that no name fits between them. */
export function inkOf({ points }: DrawnPath): Point[] {
  const ink: Point[] = [];
  points.forEach(([x, y], i) => {
    const [x0, y0] = points[Math.max(0, i - 1)]!;
    const parts = Math.min(mostParts, Math.ceil(Math.hypot(x - x0, y - y0) / apart));
    for (let k = 1; k <= parts; k++) ink.push([x0 + ((x - x0) * k) / parts, y0 + ((y - y0) * k) / parts]);
  });
  return ink;
}

/** What lies farther off the plate than this many points covers no name. */
const mostParts = 200;
