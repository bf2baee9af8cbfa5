import { pixelDensity } from "../../ui/page-scale";
import type { Point } from "../../surfaces/surface";
import type { DrawnRun } from "./drawn-runs";
import { paintHead, paintNumerals, paintStart } from "./paint-marks";
import { paintGhost, paintLeft, paintPath } from "./paint-path";
import type { Brush } from "./pen";
import type { StepNumeral } from "./step-numerals";
import type { Viewport } from "./viewport";

/** More paths than this on one map, and ghosts and numerals would be a thicket. */
export const mostWithGhosts = 2;

/** Clears a canvas that has as many pixels as the device shows. */
export function clear(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { width, height }: Pick<Viewport, "width" | "height">,
): void {
  const density = Math.min(3, pixelDensity());
  const [across, down] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
  }
  // At a ratio of 1.5 an odd width is no whole number of pixels: stretched to it they would blur.
  canvas.style.width = `${across / density}px`;
  canvas.style.height = `${down / density}px`;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
}

/** All runs of a map, from the faintest layer to the heads. */
export function paintRuns(
  brush: Brush,
  runs: readonly DrawnRun[],
  start: Point,
  numerals: readonly (readonly StepNumeral[])[],
  hasGhosts: boolean,
): void {
  if (hasGhosts) for (const run of runs) paintGhost(brush, run);
  for (const run of runs) paintLeft(brush, run);
  for (const run of runs) paintPath(brush, run);
  paintStart(brush, start);
  runs.forEach((run, i) => paintNumerals(brush, run, numerals[i] ?? []));
  for (const run of runs) paintHead(brush, run);
}
