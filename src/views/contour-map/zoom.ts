import type { Point } from "../../surfaces/surface";
import { spanOf, toPlane, type Interval, type Viewport } from "./viewport";

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

const middleOf = ([from, to]: Interval) => (from + to) / 2;
const about = (middle: number, span: number): Interval => [middle - span / 2, middle + span / 2];
