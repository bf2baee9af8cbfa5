import type { Paths } from "./paths";

/** Where the plane lies in a figure: pixels a unit, the same along both axes, and the pixel of the start. */
export type Frame = { readonly scale: number; readonly left: number; readonly top: number };

/** Fits all paths into a figure, with room about them for labels. */
export function frameOf({ runs }: Paths, width: number, height: number, margin: number): Frame {
  const points = [{ x: 0, y: 0 }, ...runs.flat()];
  const [x0, x1] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [y0, y1] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const room = [width - 2 * margin, height - 2 * margin] as const;
  const scale = Math.min(room[0] / Math.max(x1 - x0, 1e-9), room[1] / Math.max(y1 - y0, 1e-9));
  return {
    scale,
    left: width / 2 - (scale * (x0 + x1)) / 2,
    top: height / 2 + (scale * (y0 + y1)) / 2,
  };
}
