import type { Point } from "../../surfaces/surface";
import { clip, type Trace } from "./trace";
import { isOn, type Viewport } from "./viewport";

/** Where a run left the map: a point on its border, and the side it lies on. */
export type Wedge = { readonly at: Point; readonly side: "top" | "right" | "bottom" | "left" };

/** The wedge of a run that is outside the map at a step; undefined while it is on it. */
export function wedgeOf(trace: Trace, step: number, viewport: Viewport): Wedge | undefined {
  const end = Math.min(step, trace.last);
  if (end < 0 || isOn(viewport, trace.pointAt(end))) return undefined;
  for (let k = end - 1; k >= 0; k--) {
    const seen = isOn(viewport, trace.pointAt(k)) ? trace.pointAt(k) : middleSeen(trace, k, viewport);
    if (seen) return crossing(seen, trace.pointAt(k + 1), viewport);
  }
  return crossing([viewport.width / 2, viewport.height / 2], trace.pointAt(end), viewport);
}

/** The middle of what is seen of a step that begins and ends outside the map; undefined where it passes it by. */
function middleSeen({ segments }: Trace, step: number, viewport: Viewport): Point | undefined {
  const [x0, y0, x1, y1] = segments.subarray(4 * step, 4 * step + 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  const part = clip([x0, y0], [x1, y1], viewport, 0);
  return part && [(part[0] + part[2]) / 2, (part[1] + part[3]) / 2];
}

/** Where the way from a point on the map to one outside it meets the border. */
function crossing([x0, y0]: Point, [x1, y1]: Point, { width, height }: Viewport): Wedge {
  // A run may leave to where there are no numbers; its last direction is then lost, and up is as good as any.
  const [dx, dy] = Number.isFinite(x1) && Number.isFinite(y1) ? [x1 - x0, y1 - y0] : [0, -1];
  const [toX, toY] = [
    dx > 0 ? (width - x0) / dx : dx < 0 ? -x0 / dx : Infinity,
    dy > 0 ? (height - y0) / dy : dy < 0 ? -y0 / dy : Infinity,
  ];
  return toX < toY
    ? { at: [dx > 0 ? width : 0, offCorner(y0 + toX * dy, height)], side: dx > 0 ? "right" : "left" }
    : { at: [offCorner(x0 + toY * dx, width), dy > 0 ? height : 0], side: dy > 0 ? "bottom" : "top" };
}

/** A wedge in a corner would be cut in half. */
const offCorner = (at: number, length: number) => Math.min(Math.max(at, 8), length - 8);
