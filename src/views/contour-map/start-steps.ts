import type { Point } from "../../surfaces/surface";
import { roundStep, roundTo } from "./round-number";
import { spanOf, toPlane, type Interval, type Viewport } from "./viewport";

/** Steps a start is rounded to: a hundredth of the shorter side or less, so that its coordinates stay short. */
export const startStep = ({ x, width, height }: Viewport): number =>
  roundStep((spanOf(x) * Math.min(1, height / width)) / 100);

const clamp = (value: number, [least, most]: Interval) => Math.min(Math.max(value, least), most);

/** The start a pointer at that pixel asks for: on the map, and round. */
export function startAt(pixel: Point, viewport: Viewport): Point {
  const [x, y] = toPlane(viewport, pixel);
  const step = startStep(viewport);
  return [roundTo(clamp(x, viewport.x), step), roundTo(clamp(y, viewport.y), step)];
}

/** The start after an arrow key, with shift ten steps on; undefined for other keys. */
export function movedStart(
  [x, y]: Point,
  key: string,
  isFar: boolean,
  viewport: Viewport,
): Point | undefined {
  const step = startStep(viewport) * (isFar ? 10 : 1);
  // Only what moves is rounded: the millionth by which a start lies off a saddle's axis is its point. A start that lies
  // outside a zoomed map goes no further away, and is not fetched onto it.
  const by = (value: number, change: number, [least, most]: Interval) =>
    clamp(Number((value + change).toPrecision(12)), [Math.min(least, value), Math.max(most, value)]);
  switch (key) {
    case "ArrowLeft":
      return [by(x, -step, viewport.x), y];
    case "ArrowRight":
      return [by(x, step, viewport.x), y];
    case "ArrowUp":
      return [x, by(y, step, viewport.y)];
    case "ArrowDown":
      return [x, by(y, -step, viewport.y)];
    default:
      return undefined;
  }
}
