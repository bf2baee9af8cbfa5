import type { Point } from "../../surfaces/surface";
import type { Interval, Viewport } from "../contour-map/viewport";
import type { StepShape } from "./step-shape";

/** The size of a map, in pixels. */
export type MapSize = { readonly width: number; readonly height: number };

/** A rectangle of the plane. */
export type Extent = { readonly x: Interval; readonly y: Interval };

/** Share of a map that a step may fill, and down to which share a scale is kept once it is chosen. */
const [mostFilled, leastFilled] = [0.74, 0.15];
/** Share of a map, along each border, that a step must keep clear of. */
const border = 0.04;
/** Places a window can stand at, from one to the next, as a share of its shorter side. */
const grid = 1 / 6;
/** An ellipse longer than this many arrows runs out of its map: it would leave them no room. */
const mostOfEllipse = 8;
/** Spans there are between one power of ten and the next. */
const factors = [1, 1.5, 2, 3, 4, 5, 7];
/** Numbers closer than this, as a share of their size, are one. */
const finest = 1e-9;

/** What must be seen of a step: its arrows as far as there are numbers for them; undefined where there is not even a place. */
export function extentOf({ from, arrows, ellipse }: StepShape): Extent | undefined {
  if (!isFinite(from)) return undefined;
  const drawable = arrows.map(({ by }) => by).filter(isFinite);
  const longest = Math.max(0, ...drawable.map((by) => Math.hypot(...by)));
  const reach = (axis: 0 | 1): Interval => {
    const half = ellipse ? Math.max(ellipse.half[axis], ellipse.radius) : 0;
    const ends = [0, ...drawable.map((by) => by[axis])];
    const room = Math.min(half, mostOfEllipse * longest);
    return [from[axis] + Math.min(...ends, -room), from[axis] + Math.max(...ends, room)];
  };
  return { x: reach(0), y: reach(1) };
}

const isFinite = (point: Point) => point.every(Number.isFinite);

/**
 * Units across for maps of one scale: the first of 1, 1.5, 2, 3, 4, 5, 7, 10, ... that shows every step. What was chosen `before` stays as
 * long as it shows them well, so that the scale seldom changes while one steps.
 */
export function spanFor(extents: readonly Extent[], { width, height }: MapSize, before?: number): number {
  const needed = Math.max(
    ...extents.map(({ x, y }) => Math.max(x[1] - x[0], ((y[1] - y[0]) * width) / height) / mostFilled),
    ...extents.flatMap(({ x, y }) => [...x, ...y].map((end) => finest * Math.abs(end))),
  );
  if (!(needed > 0 && needed < Infinity)) return before ?? 1;
  if (before !== undefined && needed <= before && needed >= (leastFilled / mostFilled) * before)
    return before;
  const power = 10 ** Math.floor(Math.log10(needed));
  return power * (factors.find((factor) => factor * power >= needed * (1 - 1e-12)) ?? 10);
}

/** A window so many units across that shows a step; the one `before` as long as it does. */
export function windowFor(extent: Extent, span: number, size: MapSize, before?: Viewport): Viewport {
  const { width, height } = size;
  const isSame = before?.width === width && before.height === height && isSpan(before.x, span);
  if (isSame && [extent.x, extent.y].every((part, i) => isWithin(part, i === 0 ? before.x : before.y)))
    return before;
  const unit = span / width;
  const place = grid * unit * Math.min(width, height);
  const around = ([from, to]: Interval, half: number): Interval => {
    const middle = Math.round((from + to) / 2 / place) * place;
    return [middle - half, middle + half];
  };
  const next = { x: around(extent.x, span / 2), y: around(extent.y, (unit * height) / 2), width, height };
  // A step that fits nowhere better is not to make its map anew.
  return isSame && before.x[0] === next.x[0] && before.y[0] === next.y[0] ? before : next;
}

/** A step to be shown; of a run that is over, its last, whatever the cursor has come to. */
type Shown = { readonly extent: Extent | undefined; readonly isOver: boolean };

/** What a step that is lost to where there are no numbers shows. */
const nowhere: Extent = { x: [0, 0], y: [0, 0] };

/** The windows of several steps: of one scale, but for a run that is over, which has its own. */
export function windowsFor(
  steps: readonly Shown[],
  size: MapSize,
  before: readonly Viewport[],
): readonly Viewport[] {
  const spanBefore = (i: number) => before[i] && before[i].x[1] - before[i].x[0];
  const going = steps.findIndex(({ isOver }) => !isOver);
  const extents = steps.flatMap(({ extent, isOver }) => (extent && !isOver ? [extent] : []));
  const common = spanFor(extents, size, spanBefore(going));
  return steps.map(({ extent = nowhere, isOver }, i) =>
    windowFor(extent, isOver ? spanFor([extent], size, spanBefore(i)) : common, size, before[i]),
  );
}

const isSpan = ([from, to]: Interval, span: number) => Math.abs((to - from) / span - 1) < 1e-9;

const isWithin = ([from, to]: Interval, [least, most]: Interval) =>
  from >= least + border * (most - least) && to <= most - border * (most - least);

/** Where an arrow from a point ends. */
export const tipOf = ([x, y]: Point, [dx, dy]: Point): Point => [x + dx, y + dy];
