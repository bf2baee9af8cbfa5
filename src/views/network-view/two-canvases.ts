import { pixelDensity } from "../../ui/page-scale";
import type { Plot } from "../charts/layout";

/** Room around a plot that its lines may use, in pixels. */
const bleed = 6;

/** Where a plot's canvas stands in the figure. */
export const canvasBox = ({ left, top, width, height }: Plot) => ({
  left: left - bleed,
  top: top - bleed,
  width: width + 2 * bleed,
  height: height + 2 * bleed,
});

/** Clears a canvas for drawing in the pixels of its plot: (0, 0) is the plot's upper left corner. */
export function prepare(canvas: HTMLCanvasElement, plot: Plot): CanvasRenderingContext2D | undefined {
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  const { width, height } = canvasBox(plot);
  const ratio = pixelDensity();
  const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== pixelWidth || canvas.height !== pixelHeight) {
    canvas.width = pixelWidth;
    canvas.height = pixelHeight;
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, pixelWidth, pixelHeight);
  context.setTransform(ratio, 0, 0, ratio, bleed * ratio, bleed * ratio);
  return context;
}

/** Shows the past's canvas up to the cursor, and the ghost's from there on: no line is drawn anew. */
export function cutAt(past: HTMLCanvasElement, future: HTMLCanvasElement, x: number, { width }: Plot): void {
  past.style.clipPath = `inset(0 ${(width + bleed - x).toFixed(1)}px 0 0)`;
  future.style.clipPath = `inset(0 0 0 ${(x + bleed).toFixed(1)}px)`;
}
