import { contours } from "d3";
import { levelsOf } from "./levels";
import { spanOf, type Viewport } from "./viewport";

/** One loss, drawn: the area at or above it as an SVG path, and its tint from 0 (deepest) to 1. */
export type Contour = {
  readonly level: number;
  readonly path: string;
  readonly tint: number;
  readonly isBold: boolean;
};

/** Pixels between two samples: a 3 px grid is smooth; a large map takes a coarser one to stay quick. */
const cellOf = ({ width, height }: Viewport) => Math.max(3, Math.sqrt((width * height) / 32_000));

/**
 * The contours of a surface in a window, lowest first; each is to be filled over the one before. `lowest` is the
 * least loss known, in the window or out of it.
 */
export function contoursOf(
  valueAt: (x: number, y: number) => number,
  viewport: Viewport,
  lowest = Infinity,
): Contour[] {
  const cell = cellOf(viewport);
  // One sample more on each side: the border that closes an area then lies outside the map.
  const [columns, rows] = [Math.ceil(viewport.width / cell) + 3, Math.ceil(viewport.height / cell) + 3];
  const [stepX, stepY] = [spanOf(viewport.x) / viewport.width, spanOf(viewport.y) / viewport.height];
  const values = new Array<number>(columns * rows);
  for (let j = 0; j < rows; j++) {
    const y = viewport.y[1] - (j - 0.5) * cell * stepY;
    for (let i = 0; i < columns; i++)
      values[j * columns + i] = valueAt(viewport.x[0] + (i - 0.5) * cell * stepX, y);
  }
  const sorted = Float64Array.from(values.filter(Number.isFinite)).sort();
  if (sorted.length === 0) return [];
  const floor = Math.min(lowest, sorted[0]!);
  const { levels, bold, tintOf } = levelsOf(sorted, floor);

  // Marching squares interpolates linearly: the square root makes a quadratic valley a straight slope.
  const straighten = (value: number) => Math.sqrt(Math.max(0, value - floor));
  const highest = straighten(sorted.at(-1)!);
  const straight = values.map((value) => (value === Infinity ? highest : straighten(value)));
  return contours()
    .size([columns, rows])
    .thresholds(levels.map(straighten))(straight)
    .map(({ coordinates }, k) => ({
      level: levels[k]!,
      path: coordinates.map((polygon) => polygon.map((ring) => ringPath(ring, cell)).join("")).join(""),
      tint: tintOf(levels[k]!),
      isBold: bold.has(levels[k]!),
    }))
    .filter(({ path }) => path !== "");
}

const ringPath = (ring: readonly (readonly number[])[], cell: number) =>
  `M${ring.map(([a, b]) => `${tenth((a! - 1) * cell)},${tenth((b! - 1) * cell)}`).join("L")}Z`;

const tenth = (value: number) => Math.round(value * 10) / 10;
