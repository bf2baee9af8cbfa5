import { min } from "d3";
import type { Surface } from "../../surfaces/surface";
import { axisTicks } from "../contour-map/axis-ticks";
import { contoursOf, levelsIn } from "../contour-map/contours";
import type { Levels } from "../contour-map/levels";
import type { SurfaceMap } from "../contour-map/surface-map";
import { valueFunctionOf } from "../contour-map/value-function";
import { fit, isOn, toPixel, type Viewport } from "../contour-map/viewport";
import type { MapSize } from "./step-window";

/** Fewer of the whole map's contours than this, and a window has some of its own between them. */
const enough = 8;
/** Own contours a window is given at most. */
const mostOwn = 10;

/** Own contours keep off the whole map's by this share of their usual distance. */
const nearest = 0.5;

/** Draws maps of windows of a surface, each loss in the tint it has on the whole map. */
export function stepMapper(
  surface: Surface,
  parameters: Readonly<Record<string, number>>,
  { width, height }: MapSize,
): (viewport: Viewport) => SurfaceMap {
  const valueAt = valueFunctionOf(surface, parameters);
  const lowest = min(surface.minima, ([x, y]) => valueAt(x, y));
  const whole = levelsIn(valueAt, fit(surface, width, height), lowest);
  const made = new WeakMap<Viewport, SurfaceMap>();
  return (viewport) => {
    const known = made.get(viewport) ?? mapOf(viewport);
    made.set(viewport, known);
    return known;
  };

  function mapOf(viewport: Viewport): SurfaceMap {
    const found = contoursOf(valueAt, viewport, lowest, (own, range) => levelsWithin(whole, own, range));
    const onMap = (points: Surface["minima"]) =>
      points.map((point) => toPixel(viewport, point)).filter((point) => isOn(viewport, point));
    return {
      surface,
      viewport,
      contours: found.contours,
      tint: found.tint,
      numerals: [],
      minima: onMap(surface.minima),
      saddles: onMap(surface.saddles ?? []),
      lowest: undefined,
      yTicks: axisTicks(viewport.y, Math.max(2, height / 110)),
      readOut: undefined,
    };
  }
}

/** The whole map's levels that lie in a window, and the next below, which tints its deepest part; its own where those are few. */
function levelsWithin(
  whole: Levels,
  evenly: () => Levels,
  [least, greatest]: readonly [number, number],
): Levels {
  const isWithin = (level: number) => level > least && level < greatest;
  const below = whole.levels.filter((level) => level <= least).slice(-1);
  const shared = whole.levels.filter(isWithin);
  if (shared.length >= enough) return { ...whole, levels: [...below, ...shared] };
  const own = evenly();
  const every = Math.ceil(own.levels.length / mostOwn);
  const apart = nearest / Math.max(1, own.levels.length);
  const added = own.levels.filter(
    (level, i) =>
      i % every === 0 &&
      isWithin(level) &&
      shared.every((other) => Math.abs(own.tintOf(level) - own.tintOf(other)) >= apart),
  );
  return {
    levels: [...below, ...shared, ...added].sort((a, b) => a - b),
    bold: whole.bold,
    tintOf: whole.levels.length > 0 ? whole.tintOf : own.tintOf,
    measure: whole.levels.length > 0 ? whole.measure : own.measure,
  };
}
