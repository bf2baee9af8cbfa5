import type { Point } from "../../surfaces/surface";
import type { Viewport } from "../contour-map/viewport";

/** A place in the space the picture is made of: x and y as on the map, z upwards; the surface's floor is at z 0. */
export type Place = readonly [x: number, y: number, z: number];

/** Where the floor plane lies, on which the contours are drawn once more. */
export const floorZ = -0.58;

/** Width and depth of a window in space. */
export const extentOf = ({ width, height }: Pick<Viewport, "width" | "height">): Point => {
  const scale = 2 / Math.max(width, height);
  return [width * scale, height * scale];
};

/** How high the highest point stands, where the window's longer side is 2: no wall of a narrow valley hides its floor. */
export const tallestOf = (viewport: Pick<Viewport, "width" | "height">): number =>
  Math.min(0.44, 0.3 * extentOf(viewport)[1]);

/** A pixel of the window, raised to a height from 0 to 1. */
export function toWorld(viewport: Viewport, [px, py]: Point, height: number): Place {
  const [wide, deep] = extentOf(viewport);
  return [
    (px / viewport.width - 0.5) * wide,
    (0.5 - py / viewport.height) * deep,
    height * tallestOf(viewport),
  ];
}

/** The pixel of the window above or below which a place lies. */
export function toWindow(viewport: Viewport, [x, y]: Place): Point {
  const [wide, deep] = extentOf(viewport);
  return [(x / wide + 0.5) * viewport.width, (0.5 - y / deep) * viewport.height];
}
