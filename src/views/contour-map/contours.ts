import { contours } from "d3";
import type { Point } from "../../surfaces/surface";
import { levelsOf, quantileOf, type Levels } from "./levels";
import { spanOf, type Viewport } from "./viewport";

/** One loss, drawn: the area below it as an SVG path, and the tint of that area from 0 (deepest) to 1. */
export type Contour = {
  readonly level: number;
  readonly path: string;
  readonly tint: number;
  readonly isBold: boolean;
};

/** The contours of a window, highest first, each to be filled over the one before. */
export type Contours = {
  readonly contours: readonly Contour[];
  /** Of what lies above all contours. */
  readonly tint: number;
  /** The pixel with the least value seen; undefined where there are no numbers. */
  readonly lowestAt: Point | undefined;
};

/**
 * Pixels between two samples: a 3 px grid is smooth. Larger maps take a coarser one, to be there in one frame; smaller
 * ones a finer one, on which ripples of a few pixels are still seen.
 */
const cellOf = ({ width, height }: Viewport) =>
  Math.min(4, Math.max(2, Math.sqrt((width * height) / 14_000)));
/** A valley narrower than a cell comes out as a string of beads: rings thinner than this, in cells, are left out. */
const thinnest = 0.45;

/** The values of a window on a grid that is finer than its map. */
type Samples = {
  readonly cell: number;
  readonly columns: number;
  readonly values: Float64Array;
  /** Those that are numbers, from the least. */
  readonly sorted: Float64Array;
};

function samplesOf(valueAt: (x: number, y: number) => number, viewport: Viewport): Samples {
  const cell = cellOf(viewport);
  // One sample more on each side: the border that closes an area then lies outside the map.
  const [columns, rows] = [Math.ceil(viewport.width / cell) + 3, Math.ceil(viewport.height / cell) + 3];
  const [stepX, stepY] = [spanOf(viewport.x) / viewport.width, spanOf(viewport.y) / viewport.height];
  const values = new Float64Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    const y = viewport.y[1] - (j - 0.5) * cell * stepY;
    for (let i = 0; i < columns; i++)
      values[j * columns + i] = valueAt(viewport.x[0] + (i - 0.5) * cell * stepX, y);
  }
  return { cell, columns, values, sorted: values.filter(Number.isFinite).sort() };
}

/** A minimum that some of the map lies below is no pit to count heights from; nor is a pole. */
function floorOf({ sorted }: Samples, lowest: number | undefined) {
  const isPit = lowest !== undefined && lowest <= quantileOf(sorted, 0.001);
  return { isPit, floor: isPit ? Math.min(lowest, sorted[0]!) : quantileOf(sorted, 0.0005) };
}

function ownLevels(samples: Samples, lowest: number | undefined): Levels {
  const { isPit, floor } = floorOf(samples, lowest);
  return levelsOf(samples.sorted, isPit ? floor : undefined);
}

/** The levels worth drawing in a window. */
export function levelsIn(
  valueAt: (x: number, y: number) => number,
  viewport: Viewport,
  lowest?: number,
): Levels {
  return ownLevels(samplesOf(valueAt, viewport), lowest);
}

/**
 * The contours of a surface in a window; `lowest` is the least loss known of a minimum, in the window or out of it. `chosen`
 * may put other levels in the place of the window's own: it is told the window's least and greatest loss, and can have levels
 * that part its area evenly, and the window's own.
 */
export function contoursOf(
  valueAt: (x: number, y: number) => number,
  viewport: Viewport,
  lowest?: number,
  chosen?: (evenly: () => Levels, range: readonly [number, number], own: () => Levels) => Levels,
): Contours {
  const samples = samplesOf(valueAt, viewport);
  const { cell, columns, values, sorted } = samples;
  if (sorted.length === 0) return { contours: [], tint: 1, lowestAt: undefined };
  const least = values.indexOf(sorted[0]!);
  const lowestAt: Point = [
    Math.min(Math.max(0, ((least % columns) - 0.5) * cell), viewport.width),
    Math.min(Math.max(0, (Math.floor(least / columns) - 0.5) * cell), viewport.height),
  ];
  const { floor } = floorOf(samples, lowest);
  const { levels, bold, tintOf } = chosen
    ? chosen(
        () => levelsOf(sorted, undefined),
        [sorted[0]!, sorted.at(-1)!],
        () => ownLevels(samples, lowest),
      )
    : ownLevels(samples, lowest);
  // Marching squares interpolates linearly: the square root makes a quadratic valley a straight slope.
  const depth = (value: number) => -Math.sqrt(Math.max(0, value - floor));
  const depths = values.map(depth);
  const boxBelow = boxesBelow(values, columns);
  const found = levels.map((level, k): Contour => {
    const { left, top, across, down } = boxBelow(level);
    const part: number[] = [];
    for (let j = top; j < top + down; j++)
      for (let at = j * columns + left; at < j * columns + left + across; at++) part.push(depths[at]!);
    const rings = contours().size([across, down]).contour(part, depth(level)).coordinates.flat();
    return {
      level,
      path: rings
        .filter((ring) => thicknessOf(ring) >= thinnest)
        .map((ring) =>
          pathOf(
            ring,
            (a) => (left + a - 1) * cell,
            (b) => (top + b - 1) * cell,
          ),
        )
        .join(""),
      tint: k === 0 ? 0 : tintOf(levels[k - 1]!),
      isBold: bold.has(level),
    };
  });
  return {
    contours: found.filter(({ path }) => path !== "").reverse(),
    tint: tintOf(levels.at(-1) ?? Infinity),
    lowestAt,
  };
}

type Box = { readonly left: number; readonly top: number; readonly across: number; readonly down: number };

/** The part of the grid that holds all below a level, and a sample more: a pit is looked for nowhere else. */
function boxesBelow(values: Float64Array, columns: number): (level: number) => Box {
  const rows = values.length / columns;
  const least = { ofColumn: new Float64Array(columns), ofRow: new Float64Array(rows) };
  least.ofColumn.fill(Infinity);
  least.ofRow.fill(Infinity);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const value = values[j * columns + i]!;
      if (value < least.ofColumn[i]!) least.ofColumn[i] = value;
      if (value < least.ofRow[j]!) least.ofRow[j] = value;
    }
  return (level) => {
    const isBelow = (value: number) => value <= level;
    const [left, top] = [least.ofColumn, least.ofRow].map((all) => Math.max(0, all.findIndex(isBelow) - 1));
    const [right, bottom] = [least.ofColumn, least.ofRow].map((all) =>
      Math.min(all.length, all.findLastIndex(isBelow) + 2),
    );
    return { left: left!, top: top!, across: right! - left!, down: bottom! - top! };
  };
}

type Ring = readonly (readonly number[])[];

/** Area of a ring over its length. */
function thicknessOf(ring: Ring): number {
  let [area, length] = [0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [[x0, y0], [x1, y1]] = [ring[i - 1] as [number, number], ring[i] as [number, number]];
    area += (x0 * y1 - x1 * y0) / 2;
    length += Math.hypot(x1 - x0, y1 - y0);
  }
  return Math.abs(area) / length;
}

const pathOf = (ring: Ring, x: (column: number) => number, y: (row: number) => number) =>
  `M${ring.map(([a, b]) => `${tenth(x(a!))},${tenth(y(b!))}`).join("L")}Z`;

const tenth = (value: number) => Math.round(value * 10) / 10;
