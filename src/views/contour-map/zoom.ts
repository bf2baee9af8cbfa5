import type { Point } from "../../surfaces/surface";
import { spanOf, toPixel, toPlane, type Interval, type Viewport } from "./viewport";

/** A rectangle of the plane. */
export type Window = Pick<Viewport, "x" | "y">;

/** Widths a map can show, as factors on the whole surface's: beyond them numbers, or the surface, say nothing more. */
const [least, most] = [1e-6, 40];

/** The smallest viewport of that size, equal in scale on both axes, that shows all of a window. */
export function around({ x, y }: Window, { width, height }: Pick<Viewport, "width" | "height">): Viewport {
  const unit = Math.max(spanOf(x) / width, spanOf(y) / height);
  return { x: about(middleOf(x), unit * width), y: about(middleOf(y), unit * height), width, height };
}

/** A viewport made smaller by a factor above 1, larger by one below, about a pixel that keeps its place. */
export function zoomed(viewport: Viewport, factor: number, pixel?: Point): Viewport {
  const { width, height } = viewport;
  const [a, b] = pixel ?? [width / 2, height / 2];
  const [x, y] = toPlane(viewport, [a, b]);
  const [across, down] = [spanOf(viewport.x) / factor, spanOf(viewport.y) / factor];
  const [left, top] = [x - (a / width) * across, y + (b / height) * down];
  return { x: [left, left + across], y: [top - down, top], width, height };
}

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

/** The nearest viewport to the one asked for that still shows something: `home` is that of the whole surface. */
export function limited(viewport: Viewport, home: Viewport): Viewport {
  const share = spanOf(viewport.x) / spanOf(home.x);
  const bounded = zoomed(viewport, share / Math.min(most, Math.max(least, share)));
  const within = (interval: Interval, whole: Interval): Interval => {
    const room = Math.max(0, (most * spanOf(whole) - spanOf(interval)) / 2);
    const off = middleOf(interval) - middleOf(whole);
    return Math.abs(off) <= room
      ? interval
      : about(middleOf(whole) + Math.sign(off) * room, spanOf(interval));
  };
  return { ...bounded, x: within(bounded.x, home.x), y: within(bounded.y, home.y) };
}

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

const middleOf = ([from, to]: Interval) => (from + to) / 2;
const about = (middle: number, span: number): Interval => [middle - span / 2, middle + span / 2];
const middleBetween = ([a, b]: Pinch): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const lengthOf = ([a, b]: Pinch) => Math.hypot(a[0] - b[0], a[1] - b[1]);
