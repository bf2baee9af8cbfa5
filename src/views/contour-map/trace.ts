import type { Recording } from "../../experiment/recording";
import type { Point } from "../../surfaces/surface";
import { isOn, toPixel, type Viewport } from "./viewport";

/** One run's path on a map, in pixels: all that drawing it at any step needs, computed once a recording. */
export type Trace = {
  /** Last step with a position; where the run diverged, if it did. */
  readonly last: number;
  /** x0, y0, x1, y1 of each step, cut off a little outside the map; NaN where nothing of it can be seen. */
  readonly segments: Float64Array;
  /** Length drawn before each step: where its dashes begin. */
  readonly lengths: Float64Array;
  /** Iterates far enough from each other to be seen as dots. */
  readonly dots: readonly number[];
  readonly pointAt: (step: number) => Point;
};

/** Least distance between two dots, in pixels. */
const dotGap = 7;
/** How far outside the map lines are still drawn: beyond it a dashed line costs time and shows nothing. */
const outside = 60;

/** The path of a run of a recording on a map, which may be zoomed: `home` then shows the whole surface. */
export function traceOf(recording: Recording, run: number, viewport: Viewport, home?: Viewport): Trace {
  const last = recording.frames > 0 ? recording.lastStep(run) : -1;
  const places = Array.from({ length: last + 1 }, (_, step) => recording.positionAt(run, step));
  const points = places.map((place) => toPixel(viewport, place));
  // What it does after it has left for good is not drawn: a diverging run would hatch the whole map. Who has zoomed in
  // between two iterates is to see the line that joins them.
  const end =
    points.findLastIndex(
      (point, step) => isOn(viewport, point) || (home && isOn(home, toPixel(home, places[step]!))),
    ) + 1;
  const segments = new Float64Array(4 * Math.max(0, last)).fill(NaN);
  const lengths = new Float64Array(last + 2);
  const dots: number[] = [];
  let dot: Point | undefined;
  for (let step = 0; step < last; step++) {
    const point = points[step]!;
    const segment = step >= end ? undefined : clip(point, points[step + 1]!, viewport, outside);
    if (segment) segments.set(segment, 4 * step);
    lengths[step + 1] = lengths[step]! + (segment ? distance(segment) : 0);
    if (step > 0 && (!dot || Math.hypot(point[0] - dot[0], point[1] - dot[1]) >= dotGap)) {
      dot = point;
      dots.push(step);
    }
  }
  return { last, segments, lengths, dots, pointAt: (step) => points[Math.min(Math.max(0, step), last)]! };
}

type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

const distance = ([x0, y0, x1, y1]: Segment) => Math.hypot(x1 - x0, y1 - y0);

/** The part of a line on a map and so much about it (Liang & Barsky 1984), or undefined. */
export function clip(
  [x0, y0]: Point,
  [x1, y1]: Point,
  { width, height }: Viewport,
  about: number,
): Segment | undefined {
  const [dx, dy] = [x1 - x0, y1 - y0];
  let [from, to] = [0, 1];
  for (const [slope, room] of [
    [-dx, x0 + about],
    [dx, width + about - x0],
    [-dy, y0 + about],
    [dy, height + about - y0],
  ] as const) {
    if (!(Number.isFinite(slope) && Number.isFinite(room))) return undefined;
    if (slope === 0 && room < 0) return undefined;
    if (slope < 0) from = Math.max(from, room / slope);
    if (slope > 0) to = Math.min(to, room / slope);
  }
  return from <= to ? [x0 + from * dx, y0 + from * dy, x0 + to * dx, y0 + to * dy] : undefined;
}
