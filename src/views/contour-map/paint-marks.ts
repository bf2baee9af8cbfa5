import type { Point } from "../../surfaces/surface";
import { markerOf } from "../run-mark/mark";
import type { DrawnRun } from "./drawn-runs";
import { addCircle, type Brush } from "./pen";
import type { StepNumeral } from "./step-numerals";
import type { Wedge } from "./wedge";

/** Ring and number of each marked step; those still to come fainter, and only where they stand alone. */
export function paintNumerals(
  { context, colours, pen }: Brush,
  { number, trace, step }: DrawnRun,
  numerals: readonly StepNumeral[],
): void {
  // A font given to a canvas has the whole page styled first.
  if (numerals.length === 0) return;
  const head = trace.pointAt(step);
  context.font = `${pen.numeral}px ${colours.sans}`;
  context.textAlign = "center";
  context.lineJoin = "round";
  for (const { step: marked, ring, text, isAlone } of numerals) {
    const isToCome = marked > step;
    const fromHead = Math.min(
      Math.hypot(head[0] - ring[0], head[1] - ring[1]),
      Math.hypot(head[0] - text[0], head[1] - text[1]),
    );
    if (marked === step || fromHead < (isToCome ? 30 : 14) || (isToCome && !isAlone)) continue;
    context.globalAlpha = isToCome ? 0.75 : 1;
    context.beginPath();
    addCircle(context, ring, pen.ring);
    context.fillStyle = colours.paper;
    context.strokeStyle = colours.line(number);
    context.lineWidth = 1.4;
    context.fill();
    context.stroke();
    context.strokeStyle = colours.halo;
    context.lineWidth = 3.5;
    context.strokeText(String(marked), text[0], text[1] + 0.36 * pen.numeral);
    context.fillStyle = colours.text(number);
    context.fillText(String(marked), text[0], text[1] + 0.36 * pen.numeral);
  }
  context.globalAlpha = 1;
}

/** The open ring all runs begin in. */
export function paintStart({ context, colours, pen }: Brush, start: Point): void {
  context.beginPath();
  addCircle(context, start, pen.start);
  context.fillStyle = colours.paper;
  context.strokeStyle = colours.ink;
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}

/** Where a run is: its marker, or a wedge on the border it left by. */
export function paintHead(brush: Brush, { number, trace, step, wedge }: DrawnRun): void {
  if (wedge) paintWedge(brush, number, wedge.at, outwards[wedge.side]);
  else paintMarker(brush, number, trace.pointAt(step));
}

/** A run's marker on its casing. */
export function paintMarker({ context, colours, pen, shape }: Brush, number: number, [x, y]: Point): void {
  const marker = shape?.(markerOf(number)) ?? markerPath(number);
  context.fillStyle = colours.line(number);
  context.strokeStyle = colours.paper;
  context.lineJoin = "miter";
  context.save();
  context.translate(x, y);
  context.scale(pen.head, pen.head);
  // The casing lies outside the marker: stroked first, at twice its width.
  context.lineWidth = 4 / pen.head;
  context.stroke(marker);
  context.fill(marker);
  context.restore();
}

/** A wedge in a run's colour, its tip turned by an angle from upwards. */
export function paintWedge(brush: Brush, number: number, at: Point, angle: number): void {
  const { context, colours } = brush;
  const wedge = brush.shape?.(wedgeShape) ?? new Path2D(wedgeShape);
  context.fillStyle = colours.line(number);
  context.strokeStyle = colours.paper;
  context.lineJoin = "miter";
  context.save();
  context.translate(...at);
  context.rotate(angle);
  context.lineWidth = 1.5;
  context.stroke(wedge);
  context.fill(wedge);
  context.restore();
}

const markerPaths = new Map<number, Path2D>();
function markerPath(run: number): Path2D {
  const path = markerPaths.get(run) ?? new Path2D(markerOf(run));
  markerPaths.set(run, path);
  return path;
}

const wedgeShape = "M-6.5,10L0,1L6.5,10Z";
const outwards = {
  top: 0,
  right: Math.PI / 2,
  bottom: Math.PI,
  left: -Math.PI / 2,
} as const satisfies Record<Wedge["side"], number>;
