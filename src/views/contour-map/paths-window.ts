import type { Point } from "../../surfaces/surface";
import { isOn, spanOf, toPixel, type Interval, type Viewport } from "./viewport";
import type { Window } from "./zoom";

/** A run's iterates, and whether they went on to where there is nothing to see. */
export type Path = { readonly points: readonly Point[]; readonly isDiverged: boolean };

/** Room on either side of what is fitted, as a share of it. */
const margin = 0.08;
/** A window is no narrower than this share of the whole surface: a run that has not moved is not to fill the map. */
const least = 1e-3;

/** The window that shows all of some paths, and their start; of a diverged one what lies on the whole surface's map. */
export function windowOfPaths(paths: readonly Path[], start: Point, home: Viewport): Window {
  const points = paths.flatMap(({ points, isDiverged }) =>
    points.filter(
      (point) => point.every(Number.isFinite) && (!isDiverged || isOn(home, toPixel(home, point))),
    ),
  );
  const along = (axis: 0 | 1): Interval => {
    let [from, to] = [start[axis], start[axis]];
    for (const point of points) [from, to] = [Math.min(from, point[axis]), Math.max(to, point[axis])];
    const room = Math.max(margin * (to - from), (least * spanOf(home.x) - (to - from)) / 2);
    return [from - room, to + room];
  };
  return { x: along(0), y: along(1) };
}
