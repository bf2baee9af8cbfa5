import { bisectLeft } from "d3";
import { dashOf } from "../run-mark/mark";
import type { DrawnRun } from "./drawn-runs";
import { addCircle, type Brush, type Pencil } from "./pen";
import type { Trace } from "./trace";

const ghostOpacity = 0.38;
/** The past fades to this, and no further: it is the result. */
const pastOpacity = 0.5;
/** Steps over which it does. */
const fading = 14;
/** Steps of one opacity. */
const group = 3;
/** Pixels of line at either end of a path that are drawn in full. */
const longest = 3000;

/** The recorded future, thin. */
export function paintGhost({ context, colours }: Brush, { number, trace, step }: DrawnRun): void {
  context.lineWidth = 1;
  context.globalAlpha = ghostOpacity;
  context.strokeStyle = colours.line(number);
  strokeSegments(context, trace.segments, step, trace.last);
  context.globalAlpha = 1;
}

/** The way a run has left where it branched: thin and dotted. */
export function paintLeft({ context, colours }: Brush, { number, left, step }: DrawnRun): void {
  if (!left || step < left.from) return;
  context.lineWidth = 1.2;
  context.globalAlpha = 0.7;
  context.setLineDash([1.5, 3]);
  context.strokeStyle = colours.line(number);
  strokeSegments(context, left.trace.segments, left.from, left.trace.last);
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** The way so far: a line in the run's dash on a casing, fading into the past, with a dot an iterate. */
export function paintPath({ context, colours, pen }: Brush, { number, trace, step }: DrawnRun): void {
  const { segments, lengths, dots } = trace;
  const [early, late] = thicketOf(trace, step);
  context.lineJoin = "round";
  context.strokeStyle = colours.line(number);
  context.lineWidth = pen.line / 2;
  context.globalAlpha = pastOpacity;
  strokeSegments(context, segments, early, late);

  context.lineWidth = pen.casing;
  context.strokeStyle = colours.paper;
  context.globalAlpha = 0.8;
  strokeSegments(context, segments, 0, early);
  strokeSegments(context, segments, late, step);

  context.lineWidth = pen.line;
  context.strokeStyle = colours.line(number);
  context.setLineDash(dashOf(number)?.split(" ").map(Number) ?? []);
  const piece = (from: number, to: number, opacity: number) => {
    context.globalAlpha = opacity;
    context.lineDashOffset = lengths[from]!;
    strokeSegments(context, segments, from, to);
  };
  const old = Math.max(late, step - 4 * fading);
  piece(0, early, pastOpacity);
  piece(late, old, pastOpacity);
  for (let from = old; from < step; from += group) {
    const to = Math.min(from + group, step);
    piece(from, to, pastOpacity + (1 - pastOpacity) * Math.exp(-(step - to) / fading));
  }
  context.setLineDash([]);
  context.globalAlpha = 1;

  context.fillStyle = colours.line(number);
  context.strokeStyle = colours.paper;
  context.lineWidth = 1;
  context.beginPath();
  for (const dot of dots) {
    if (dot >= step) break;
    if (dot < early || dot >= late) addCircle(context, trace.pointAt(dot), pen.dot);
  }
  context.fill();
  context.stroke();
}

/** Steps between both ends of a very long path: dashes and dots would lie on each other there, and take their time. */
function thicketOf({ lengths }: Trace, step: number): [early: number, late: number] {
  const length = lengths[step]!;
  if (length <= 2 * longest) return [0, 0];
  return [bisectLeft(lengths, longest, 0, step), bisectLeft(lengths, length - longest, 0, step)];
}

/** Steps `from` to `to` as one line; points less than a pixel on are passed over. */
function strokeSegments(context: Pencil, segments: Float64Array, from: number, to: number): void {
  let [x, y] = [NaN, NaN];
  context.beginPath();
  for (let k = from; k < to; k++) {
    const [x0, y0, x1, y1] = [
      segments[4 * k]!,
      segments[4 * k + 1]!,
      segments[4 * k + 2]!,
      segments[4 * k + 3]!,
    ];
    if (Number.isNaN(x0)) continue;
    if (!(Math.abs(x0 - x) + Math.abs(y0 - y) < 1)) context.moveTo(x0, y0);
    if (Math.abs(x1 - x) + Math.abs(y1 - y) < 0.7 && k < to - 1) continue;
    context.lineTo(x1, y1);
    [x, y] = [x1, y1];
  }
  context.stroke();
}
