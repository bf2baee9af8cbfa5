import { min } from "d3";
import type { Point, Surface } from "../../surfaces/surface";
import { levelsIn } from "../contour-map/contours";
import type { Levels } from "../contour-map/levels";
import { valueFunctionOf } from "../contour-map/value-function";
import { aspectOf, fit, type Viewport } from "../contour-map/viewport";

/** A surface as heights from 0 to 1 on a grid over a window of the plane; rows run from the upper edge down, as on a map. */
export type HeightField = {
  readonly viewport: Viewport;
  readonly columns: number;
  readonly rows: number;
  readonly heights: Float32Array;
  readonly levels: Levels;
};

/** Points of the grid, about: beyond it a picture of this size gets no smoother. */
const points = 24_000;
/** The window's height in the pixels that paths on it are measured in. */
const windowHeight = 480;

/** The heights of a surface: its tint on the map, so that tone and height tell the same. */
export function heightFieldOf(surface: Surface, parameters: Readonly<Record<string, number>>): HeightField {
  const aspect = Math.min(Math.max(aspectOf(surface), 0.9), 2);
  const viewport = fit(surface, Math.round(aspect * windowHeight), windowHeight);
  const valueAt = valueFunctionOf(surface, parameters);
  const levels = levelsIn(valueAt, viewport, min(surface.minima.map(([x, y]) => valueAt(x, y))));
  const columns = Math.round(Math.sqrt(points * aspect));
  const rows = Math.round(points / columns);
  const heights = new Float32Array(columns * rows);
  const { x, y } = viewport;
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const loss = valueAt(
        x[0] + ((x[1] - x[0]) * i) / (columns - 1),
        y[1] - ((y[1] - y[0]) * j) / (rows - 1),
      );
      // Where there is no number, the surface ends at its rim's height rather than in a hole.
      heights[j * columns + i] = Number.isNaN(loss) ? 1 : levels.tintOf(loss);
    }
  return { viewport, columns, rows, heights, levels };
}

/** The height at a pixel of the window, between the grid's points. */
export function heightAt({ viewport, columns, rows, heights }: HeightField, [px, py]: Point): number {
  const u = Math.min(Math.max((px / viewport.width) * (columns - 1), 0), columns - 1);
  const v = Math.min(Math.max((py / viewport.height) * (rows - 1), 0), rows - 1);
  const [i, j] = [Math.min(Math.floor(u), columns - 2), Math.min(Math.floor(v), rows - 2)];
  const [a, b] = [u - i, v - j];
  const at = j * columns + i;
  const upper = heights[at]! * (1 - a) + heights[at + 1]! * a;
  const lower = heights[at + columns]! * (1 - a) + heights[at + columns + 1]! * a;
  return upper * (1 - b) + lower * b;
}
