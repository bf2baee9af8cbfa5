import type { Point } from "../../surfaces/surface";
import { roundStep, roundTo } from "./round-number";
import { spanOf, toPlane, type Viewport } from "./viewport";

/** Steps a start is rounded to: of about 1/300 of the window, so that its coordinates stay short. */
export const startStep = ({ x, width, height }: Viewport): number =>
  roundStep((spanOf(x) * Math.min(1, height / width)) / 100);

const clamp = (value: number, [least, most]: readonly [number, number]) =>
  Math.min(Math.max(value, least), most);

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
  const step = startStep(viewport);
  const by = isFar ? 10 * step : step;
  const moved = (dx: number, dy: number): Point => [
    roundTo(clamp(x + dx, viewport.x), step / 1000),
    roundTo(clamp(y + dy, viewport.y), step / 1000),
  ];
  switch (key) {
    case "ArrowLeft":
      return moved(-by, 0);
    case "ArrowRight":
      return moved(by, 0);
    case "ArrowUp":
      return moved(0, by);
    case "ArrowDown":
      return moved(0, -by);
    default:
      return undefined;
  }
}
