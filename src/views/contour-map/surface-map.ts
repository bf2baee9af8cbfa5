import { min, ticks } from "d3";
import type { Point, Surface } from "../../surfaces/surface";
import { contourNumerals, type ContourNumeral } from "./contour-numerals";
import { contoursOf, type Contour } from "./contours";
import { boxAbout } from "./places";
import { readOutPlace, type ReadOutPlace } from "./read-out-place";
import { valueFunctionOf } from "./value-function";
import { fit, isOn, isSmall, toPixel, type Viewport } from "./viewport";

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
  readonly yTicks: readonly number[];
  readonly readOut: ReadOutPlace | undefined;
};

/** The map of a surface in that size. */
export function surfaceMapOf(
  surface: Surface,
  parameters: Readonly<Record<string, number>>,
  width: number,
  height: number,
): SurfaceMap {
  const viewport = fit(surface, width, height);
  const valueAt = valueFunctionOf(surface, parameters);
  const losses = surface.minima.map(([x, y]) => valueAt(x, y));
  const { contours, tint, lowestAt } = contoursOf(valueAt, viewport, min(losses));
  const onMap = (points: readonly Point[]) =>
    points.map((point) => toPixel(viewport, point)).filter((point) => isOn(viewport, point));
  const lowest = surface.minima
    .map((point, i) => ({ at: toPixel(viewport, point), loss: losses[i]! }))
    .filter(({ at }) => isOn(viewport, at))
    .reduce<SurfaceMap["lowest"]>(
      (least, one) => (least && least.loss <= one.loss + 1e-9 ? least : one),
      undefined,
    );
  const [minima, saddles] = [onMap(surface.minima), onMap(surface.saddles ?? [])];
  const start = toPixel(viewport, surface.start);
  const readOut = readOutPlace(viewport, [...minima, ...saddles, start]);
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
          ]),
    minima,
    saddles,
    lowest,
    yTicks: ticks(...viewport.y, Math.max(2, height / 85)),
    readOut,
  };
}
