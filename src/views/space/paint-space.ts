import type { Point } from "../../surfaces/surface";
import type { DrawnRun } from "../contour-map/drawn-runs";
import { paintMarker, paintStart, paintWedge } from "../contour-map/paint-marks";
import type { Brush } from "../contour-map/pen";
import type { Sight } from "./camera";
import { heightAt, type HeightField } from "./height-field";
import { isHidden } from "./hidden";
import { paintSeenGhost, paintSeenPath } from "./paint-seen";
import type { SeenPath } from "./seen-path";
import { toWorld } from "./world";

/** A run that is drawn, with its path as it is seen. */
export type SpaceRun = { readonly run: DrawnRun; readonly path: SeenPath };
/** Where a run's head is seen, and which way it points if it has left the window. */
export type SpaceHead = {
  readonly at: Point;
  readonly angle: number | undefined;
  readonly isBehind: boolean;
};

/** A mark that lies behind the surface. */
const behind = 0.6;

/** Where on the picture a point of the window is, raised to the surface. */
export function seenAt(field: HeightField, sight: Sight, pixel: Point) {
  const place = toWorld(field.viewport, pixel, heightAt(field, pixel));
  return { at: sight.toScreen(place), isBehind: isHidden(field, place, sight.eye) };
}

/** The head of a run: on its iterate, or at the border it left by. */
export function headOf({ trace, step, wedge }: DrawnRun, field: HeightField, sight: Sight): SpaceHead {
  if (!wedge) return { ...seenAt(field, sight, trace.pointAt(step)), angle: undefined };
  const { width, height } = field.viewport;
  const [x, y] = wedge.at;
  const seen = seenAt(field, sight, wedge.at);
  const inner = seenAt(field, sight, [x + (width / 2 - x) * 0.02, y + (height / 2 - y) * 0.02]);
  const [dx, dy] = [seen.at[0] - inner.at[0], seen.at[1] - inner.at[1]];
  return { ...seen, angle: Math.atan2(dy, dx) + Math.PI / 2 };
}

/** Paths, start and heads, from the faintest layer up. */
export function paintSpace(
  brush: Brush,
  runs: readonly SpaceRun[],
  heads: readonly SpaceHead[],
  start: { readonly at: Point; readonly isBehind: boolean } | undefined,
  hasGhosts: boolean,
): void {
  const seen = runs.map(({ run, path }) => ({ number: run.number, step: run.step, path }));
  if (hasGhosts) for (const run of seen) paintSeenGhost(brush, run);
  for (const run of seen) paintSeenPath(brush, run);
  const { context } = brush;
  if (start) {
    context.globalAlpha = start.isBehind ? behind : 1;
    paintStart(brush, start.at);
  }
  heads.forEach(({ at, angle, isBehind }, i) => {
    context.globalAlpha = isBehind ? behind : 1;
    const { number } = runs[i]!.run;
    if (angle === undefined) paintMarker(brush, number, at);
    else paintWedge(brush, number, at, angle);
  });
  context.globalAlpha = 1;
}
