import type { Point, Surface } from "../../surfaces/surface";

/** From the lower to the upper end. */
export type Interval = readonly [number, number];

/** The part of the plane a map shows, at one scale on both axes, and its size in pixels. */
export type Viewport = {
  readonly x: Interval;
  readonly y: Interval;
  readonly width: number;
  readonly height: number;
};

/** Share of the domain's height a map always shows, however low it is. */
const leastShare = 0.55;
/** Room about the outermost minimum, saddle or start, as a factor. */
const margin = 1.15;

/** Length of an interval. */
export const spanOf = ([from, to]: Interval): number => to - from;
const middleOf = ([from, to]: Interval): number => (from + to) / 2;

/** Width of a domain over its height. */
export const aspectOf = ({ domain }: Pick<Surface, "domain">): number => spanOf(domain.x) / spanOf(domain.y);

/**
 * Fits a surface into a map: its x-range fills the width, and of its y-range as much is shown as that scale leaves
 * room for, unless a minimum, a saddle or the usual start would be cut off; then more is shown to the sides.
 */
export function fit(surface: Surface, width: number, height: number): Viewport {
  const { x, y } = surface.domain;
  const [centreX, centreY] = [middleOf(x), middleOf(y)];
  const marks = [...surface.minima, ...(surface.saddles ?? []), surface.start];
  const reach = Math.max(...marks.map(([, v]) => Math.abs(v - centreY)));
  const needed = Math.min(spanOf(y), Math.max(2 * margin * reach, leastShare * spanOf(y)));
  const scale = Math.min(width / spanOf(x), height / needed);
  const [halfX, halfY] = [width / scale / 2, height / scale / 2];
  return { x: [centreX - halfX, centreX + halfX], y: [centreY - halfY, centreY + halfY], width, height };
}

/** Where a point of the plane lies on the map, in pixels from its upper left corner. */
export const toPixel = ({ x, y, width, height }: Viewport, [a, b]: Point): Point => [
  ((a - x[0]) / spanOf(x)) * width,
  ((y[1] - b) / spanOf(y)) * height,
];

/** Which point of the plane lies at a pixel. */
export const toPlane = ({ x, y, width, height }: Viewport, [a, b]: Point): Point => [
  x[0] + (a / width) * spanOf(x),
  y[1] - (b / height) * spanOf(y),
];

/** Whether a pixel lies on the map. */
export const isOn = ({ width, height }: Viewport, [x, y]: Point): boolean =>
  x >= 0 && x <= width && y >= 0 && y <= height;

/** Whether a map is too small for numerals and ticks; lines and marks on it are thinner. */
export const isSmall = ({ width, height }: Viewport): boolean => height < 150 || width < 420;
