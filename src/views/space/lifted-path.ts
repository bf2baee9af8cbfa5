import type { Trace } from "../contour-map/trace";
import { isOn, type Viewport } from "../contour-map/viewport";
import { heightAt, type HeightField } from "./height-field";
import { toWorld } from "./world";

/** A path laid on the surface: between two iterates it follows the ground, since a straight line would cut through it. */
export type LiftedPath = {
  /** x, y, z of each point; NaN where the path is outside the window. */
  readonly places: Float32Array;
  /** The point that is the iterate of each step. */
  readonly pointOf: Int32Array;
};

/** Pixels of the window between two points of a path, and the most points of one path. */
const spacing = 4;
const mostPoints = 8000;

/** Lays a run's path on the surface. */
export function lift(trace: Trace, field: HeightField): LiftedPath {
  const { viewport } = field;
  const { last, segments, lengths } = trace;
  const gap = Math.max(spacing, (lengths[Math.max(0, last)] ?? 0) / mostPoints);
  const places: number[] = [];
  const pointOf = new Int32Array(Math.max(0, last + 1));
  const add = (x: number, y: number) => {
    if (!isOn(viewport, [x, y])) return void places.push(NaN, NaN, NaN);
    places.push(...toWorld(viewport, [x, y], heightAt(field, [x, y])));
  };
  for (let step = 0; step <= last; step++) {
    pointOf[step] = places.length / 3;
    add(...trace.pointAt(step));
    const [x0, y0, x1, y1] = segments.subarray(4 * step, 4 * step + 4);
    if (step === last || x0 === undefined || Number.isNaN(x0)) continue;
    const crossing = borderCrossing(viewport, [x0, y0!, x1!, y1!]);
    const parts = Math.ceil(Math.hypot(x1! - x0, y1! - y0!) / gap);
    const shares = Array.from({ length: Math.max(0, parts - 1) }, (_, k) => (k + 1) / parts);
    for (const share of [...shares, ...crossing].sort((a, b) => a - b))
      add(x0 + share * (x1! - x0), y0! + share * (y1! - y0!));
  }
  return { places: Float32Array.from(places), pointOf };
}

/** Where a line meets the border, as shares of it, a hair inside: there a path that leaves ends, and one that returns begins. */
function borderCrossing(
  { width, height }: Viewport,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): number[] {
  const hair = 1e-4;
  return (
    [
      [x0, x1, 0],
      [x0, x1, width],
      [y0, y1, 0],
      [y0, y1, height],
    ] as const
  ).flatMap(([from, to, border]) => {
    if ((from - border) * (to - border) >= 0) return [];
    const share = (border - from) / (to - from);
    return [share - hair, share + hair];
  });
}
