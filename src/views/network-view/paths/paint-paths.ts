import { bisectRight } from "d3";
import type { Point } from "../../../surfaces/surface";
import type { Colours } from "../../contour-map/colours";
import { addCircle } from "../../contour-map/pen";
import { dashOf, markerOf } from "../../run-mark/mark";
import type { DrawnPath } from "./drawn-path";

/** How far a path is drawn in full: to the last snapshot at or before the cursor. -1 before the first. */
export const reachedBy = ({ steps }: DrawnPath, step: number): number => bisectRight(steps, step) - 1;

/** All paths, from the faintest layer to the heads; `colourOf` is that of a true loss. */
export function paintPaths(
  context: CanvasRenderingContext2D,
  paths: readonly DrawnPath[],
  step: number,
  colours: Colours,
  colourOf: (loss: number) => string,
): void {
  context.lineJoin = "round";
  for (const { number, points } of paths)
    strokePath(context, points, { colour: colours.line(number), width: 1, alpha: 0.38, dashes: [] });
  for (const path of paths) {
    const past = path.points.slice(0, reachedBy(path, step) + 1);
    const dashes = dashOf(path.number)?.split(" ").map(Number) ?? [];
    strokePath(context, past, { colour: colours.paper, width: 4.5, alpha: 0.8, dashes: [] });
    strokePath(context, past, { colour: colours.line(path.number), width: 2, alpha: 1, dashes });
  }
  for (const path of paths) {
    const reached = reachedBy(path, step);
    context.strokeStyle = colours.line(path.number);
    context.lineWidth = 1.4;
    for (const i of path.dotted) {
      if (i > reached) break;
      context.fillStyle = colourOf(path.losses[i]!);
      context.beginPath();
      addCircle(context, path.points[i]!, 3.6);
      context.fill();
      context.stroke();
    }
  }
}

/** The open ring in which all runs begin. */
export function paintStart(context: CanvasRenderingContext2D, at: Point, { paper, ink }: Colours): void {
  context.beginPath();
  addCircle(context, at, 5);
  context.fillStyle = paper;
  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}

/** A run's marker. */
export function paintMarker(
  context: CanvasRenderingContext2D,
  number: number,
  at: Point,
  colours: Colours,
): void {
  const marker = new Path2D(markerOf(number));
  const radius = 5.5;
  context.save();
  context.translate(at[0], at[1]);
  context.scale(radius, radius);
  context.lineWidth = 3 / radius;
  context.strokeStyle = colours.paper;
  context.fillStyle = colours.line(number);
  context.stroke(marker);
  context.fill(marker);
  context.restore();
}

type Stroke = { colour: string; width: number; alpha: number; dashes: number[] };

function strokePath(
  context: CanvasRenderingContext2D,
  points: readonly Point[],
  { colour, width, alpha, dashes }: Stroke,
): void {
  context.beginPath();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.globalAlpha = alpha;
  context.setLineDash(dashes);
  for (const [x, y] of points) context.lineTo(x, y);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}
