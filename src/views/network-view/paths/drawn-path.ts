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
