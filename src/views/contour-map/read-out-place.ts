import type { Box } from "./places";
import { isSmall, type Viewport } from "./viewport";

/** From the map's right edge to the columns of x, y and f: room for −10.000 and 1.4·10⁻²². */
export const columns = { x: 192, y: 132, f: 70 } as const;

/** The base line of the read-out: on square maps above, where the axis's markers do not reach. */
export const baseLine = ({ width, height }: Viewport): number => (width < 1.6 * height ? 20 : height - 11);

/** The corner of a map that its read-out takes up: nothing else may stand there. */
export function readOutBox(viewport: Viewport): Box[] {
  if (isSmall(viewport)) return [];
  const y = baseLine(viewport);
  return [{ x0: viewport.width - columns.x - 4, y0: y - 14, x1: viewport.width, y1: y + 5 }];
}
