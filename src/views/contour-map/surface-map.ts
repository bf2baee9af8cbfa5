import { min } from "d3";
import type { Point, Surface } from "../../surfaces/surface";
import { axisTicks, type AxisTick } from "./axis-ticks";
import { contourNumerals, type ContourNumeral } from "./contour-numerals";
import { contoursOf, levelsIn, type Contour } from "./contours";
import { controlsPlace } from "./controls-place";
import type { Levels } from "./levels";
import { boxAbout, type Box } from "./places";
import { placedReadOut, readOutPlace, type ReadOutPlace } from "./read-out-place";
import { valueFunctionOf } from "./value-function";
import { fit, isOn, isSmall, spanOf, toPixel, type Viewport } from "./viewport";
import { around, limited, type Window } from "./zoom";
import { zoomedLevels } from "./zoomed-levels";

/** All of a map that does not move: computed once for all maps of one surface and one size. */
export type SurfaceMap = {
  readonly surface: Surface;
  readonly viewport: Viewport;
  /** Highest first. */
  readonly contours: readonly Contour[];
  /** Tint of what lies above all contours. */
  readonly tint: number;
  readonly numerals: readonly ContourNumeral[];
  /** In pixels, those on the map. */
  readonly minima: readonly Point[];
  readonly saddles: readonly Point[];
  /** The least of the minima on the map, in pixels, and its loss: the one that is named. */
  readonly lowest: { readonly at: Point; readonly loss: number } | undefined;
  readonly yTicks: readonly AxisTick[];
  readonly readOut: ReadOutPlace | undefined;
  /** Kept free for the buttons that zoom. */
  readonly controls?: Box;
};

/** The map of a whole surface in that size. */
export const surfaceMapOf = (
  surface: Surface,
  parameters: Readonly<Record<string, number>>,
  width: number,
  height: number,
): SurfaceMap => surfaceMapper(surface, parameters, width, height)();

/** Draws maps of one surface in one size: of the whole of it, or of a window. */
export function surfaceMapper(
  surface: Surface,
  parameters: Readonly<Record<string, number>>,
  width: number,
  height: number,
): (window?: Window) => SurfaceMap {
  const valueAt = valueFunctionOf(surface, parameters);
  const losses = surface.minima.map(([x, y]) => valueAt(x, y));
  const home = fit(surface, width, height);
  const marksOn = (viewport: Viewport, points: readonly Point[]) =>
    points.map((point) => toPixel(viewport, point)).filter((point) => isOn(viewport, point));
  // What is read and pressed keeps its corner, however the map is zoomed; only what is read grows wider there.
  const marks = marksOn(home, [...surface.minima, ...(surface.saddles ?? []), surface.start]);
  const usualReadOut = readOutPlace(home, marks);
  const controls = controlsPlace(home, marks, usualReadOut?.box);
  let whole: Levels | undefined;

  return (window) => {
    const viewport = window ? limited(around(window, home), home) : home;
    const readOut = usualReadOut && placedReadOut(viewport, usualReadOut.baseLine);
    const { contours, tint, lowestAt } = contoursOf(
      valueAt,
      viewport,
      min(losses),
      window &&
        ((evenly, range, own) => {
          // Outside the whole map its highest level would be the last.
          if (spanOf(viewport.x) > 1.2 * spanOf(home.x)) return own();
          whole ??= levelsIn(valueAt, home, min(losses));
          return zoomedLevels(whole, range, min(losses), own, evenly);
        }),
    );
    const lowest = surface.minima
      .map((point, i) => ({ at: toPixel(viewport, point), loss: losses[i]! }))
      .filter(({ at }) => isOn(viewport, at))
      .reduce<SurfaceMap["lowest"]>(
        (least, one) => (least && least.loss <= one.loss + 1e-9 ? least : one),
        undefined,
      );
    const [minima, saddles] = [marksOn(viewport, surface.minima), marksOn(viewport, surface.saddles ?? [])];
    const start = toPixel(viewport, surface.start);
    const origin = lowest?.at ?? lowestAt;
    return {
      surface,
      viewport,
      contours,
      tint,
      numerals:
        isSmall(viewport) || !origin
          ? []
          : contourNumerals(contours, valueAt, viewport, origin, start, [
              ...[...minima, ...saddles].map((mark) => boxAbout(mark, 26, 26)),
              ...(readOut ? [readOut.box] : []),
              controls,
            ]),
      minima,
      saddles,
      lowest,
      yTicks: axisTicks(viewport.y, Math.max(2, height / 85)),
      readOut,
      controls,
    };
  };
}
