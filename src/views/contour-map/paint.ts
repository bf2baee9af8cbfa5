import { bisectLeft } from "d3";
import type { Point } from "../../surfaces/surface";
import { dashOf, markerOf } from "../run-mark/mark";
import type { Colours } from "./colours";
import type { DrawnRun } from "./drawn-runs";
import type { StepNumeral } from "./step-numerals";
import type { Trace } from "./trace";
import type { Wedge } from "./wedge";

/** Sizes of marks and lines, in pixels. */
export type Pen = {
  readonly line: number;
  readonly casing: number;
  readonly dot: number;
  readonly ring: number;
  readonly start: number;
  readonly head: number;
  readonly numeral: number;
};

export const pens = {
  usual: { line: 2.8, casing: 5.5, dot: 3, ring: 3.4, start: 5.5, head: 6.5, numeral: 11.5 },
  small: { line: 2, casing: 4, dot: 2.2, ring: 2.6, start: 4, head: 5, numeral: 10 },
} as const satisfies Record<string, Pen>;

/** What marks are drawn with. */
export type Brush = {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Colours;
  readonly pen: Pen;
};

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

/** Ring and number of each marked step; those still to come fainter, and only where they stand alone. */
export function paintNumerals(
  { context, colours, pen }: Brush,
  { number, trace, step }: DrawnRun,
  numerals: readonly StepNumeral[],
): void {
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
export function paintHead({ context, colours, pen }: Brush, { number, trace, step, wedge }: DrawnRun): void {
  context.fillStyle = colours.line(number);
  context.strokeStyle = colours.paper;
  context.lineJoin = "miter";
  context.save();
  if (wedge) {
    pointOutwards(context, wedge);
    const shape = new Path2D(wedgeShape);
    context.lineWidth = 1.5;
    context.stroke(shape);
    context.fill(shape);
  } else {
    const [x, y] = trace.pointAt(step);
    const marker = markerPath(number);
    context.translate(x, y);
    context.scale(pen.head, pen.head);
    // The casing lies outside the marker: stroked first, at twice its width.
    context.lineWidth = 4 / pen.head;
    context.stroke(marker);
    context.fill(marker);
  }
  context.restore();
}

const markerPaths = new Map<number, Path2D>();
function markerPath(run: number): Path2D {
  const path = markerPaths.get(run) ?? new Path2D(markerOf(run));
  markerPaths.set(run, path);
  return path;
}

const wedgeShape = "M-6.5,10L0,1L6.5,10Z";

function pointOutwards(context: CanvasRenderingContext2D, { at, side }: Wedge): void {
  context.translate(...at);
  context.rotate({ top: 0, right: Math.PI / 2, bottom: Math.PI, left: -Math.PI / 2 }[side]);
}

/** Steps `from` to `to` as one line; points less than a pixel on are passed over. */
function strokeSegments(
  context: CanvasRenderingContext2D,
  segments: Float64Array,
  from: number,
  to: number,
): void {
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

function addCircle(context: CanvasRenderingContext2D, [x, y]: Point, radius: number): void {
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
}
