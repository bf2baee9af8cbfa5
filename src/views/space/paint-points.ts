import type { Surface } from "../../surfaces/surface";
import type { Brush } from "../contour-map/pen";
import { isOn, toPixel } from "../contour-map/viewport";
import type { Sight } from "./camera";
import type { HeightField } from "./height-field";
import { seenAt } from "./paint-space";

/** The marks of minima and saddles, as on the map, where they lie on the surface. */
export function paintPoints(
  { context, colours }: Brush,
  surface: Surface,
  field: HeightField,
  sight: Sight,
): void {
  context.strokeStyle = colours.ink;
  const mark = (shape: string, width: number, points: Surface["minima"]) => {
    for (const point of points) {
      const pixel = toPixel(field.viewport, point);
      if (!isOn(field.viewport, pixel)) continue;
      const { at, isBehind } = seenAt(field, sight, pixel);
      context.save();
      context.globalAlpha = isBehind ? 0.35 : 1;
      context.translate(...at);
      context.lineWidth = width;
      context.stroke(new Path2D(shape));
      context.restore();
    }
  };
  mark("M-6,0h12M0,-6v12", 1.5, surface.minima);
  mark("M-5,-6Q0,0 -5,6M5,-6Q0,0 5,6", 1.3, surface.saddles ?? []);
}
