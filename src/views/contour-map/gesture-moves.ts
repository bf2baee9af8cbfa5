import type { Point } from "../../surfaces/surface";
import { spanOf, toPixel, toPlane, type Interval, type Viewport } from "./viewport";
import { zoomed } from "./zoom";

/** A viewport whose picture has moved by so many pixels. */
export function panned(viewport: Viewport, [dx, dy]: Point): Viewport {
  const { x, y, width, height } = viewport;
  const [right, up] = [(-dx / width) * spanOf(x), (dy / height) * spanOf(y)];
  return { x: [x[0] + right, x[1] + right], y: [y[0] + up, y[1] + up], width, height };
}

/** A viewport in which what lay under two fingers lies under them again, as far as one scale allows. */
export function pinched(viewport: Viewport, from: Pinch, to: Pinch): Viewport {
  const [before, now] = [middleBetween(from), middleBetween(to)];
  const moved = panned(viewport, [now[0] - before[0], now[1] - before[1]]);
  return zoomed(moved, Math.max(8, lengthOf(to)) / Math.max(8, lengthOf(from)), now);
}

/** Where two fingers are, in pixels. */
export type Pinch = readonly [Point, Point];

/** A share of the way from one viewport to another, both of one size. */
export function blended(from: Viewport, to: Viewport, share: number): Viewport {
  const along = (axis: "x" | "y"): Interval => [
    from[axis][0] + share * (to[axis][0] - from[axis][0]),
    from[axis][1] + share * (to[axis][1] - from[axis][1]),
  ];
  return { ...to, x: along("x"), y: along("y") };
}

/** How what was drawn of one viewport is scaled, then moved, in pixels, to lie where it belongs in another. */
export const pictureMove = (drawn: Viewport, live: Viewport) => ({
  scale: spanOf(drawn.x) / spanOf(live.x),
  by: toPixel(live, toPlane(drawn, [0, 0])),
});

/** Whether a viewport shows the whole surface, no more and no less. */
export const isWhole = (viewport: Viewport, home: Viewport): boolean =>
  (["x", "y"] as const).every((axis) =>
    [0, 1].every((end) => Math.abs(viewport[axis][end]! - home[axis][end]!) < 1e-6 * spanOf(home[axis])),
  );

const middleBetween = ([a, b]: Pinch): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const lengthOf = ([a, b]: Pinch) => Math.hypot(a[0] - b[0], a[1] - b[1]);
