import type { Point } from "../../../surfaces/surface";
import type { Dot } from "./projected-paths";

/** A part of the plane in pixels: the same scale on both axes, or lengths and angles would lie. */
export type Plate = {
  readonly width: number;
  readonly height: number;
  /** Pixels a unit of the plane. */
  readonly scale: number;
  readonly toPixel: (at: Pick<Dot, "x" | "y">) => Point;
};

/** Room about the outermost dots, for markers and names. */
const [besides, above] = [46, 28];

/** The plate of that size on which all dots and the start have their place. */
export function plateFor(dots: readonly Pick<Dot, "x" | "y">[], width: number, height: number): Plate {
  const [x0, x1] = extentOf(dots.map(({ x }) => x));
  const [y0, y1] = extentOf(dots.map(({ y }) => y));
  const room = [Math.max(1, width - 2 * besides), Math.max(1, height - 2 * above)] as const;
  const fitting = Math.min(room[0] / (x1 - x0), room[1] / (y1 - y0));
  // Before anything has moved all lie on one point.
  const scale = Number.isFinite(fitting) ? fitting : 1;
  const [middleX, middleY] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return {
    ...{ width, height, scale },
    toPixel: ({ x, y }) => [width / 2 + scale * (x - middleX), height / 2 - scale * (y - middleY)],
  };
}

/** From the least to the greatest of some numbers and 0. */
const extentOf = (values: readonly number[]): [number, number] => {
  const finite = values.filter(Number.isFinite);
  return [Math.min(0, ...finite), Math.max(0, ...finite)];
};
