import { bisectLeft } from "d3";
import { addCircle, type Brush, type Pencil } from "../contour-map/pen";
import { dashOf } from "../run-mark/mark";
import type { SeenPath } from "./seen-path";

/** A run's path as far as the cursor's step. */
export type SeenRun = { readonly number: number; readonly path: SeenPath; readonly step: number };

const ghostOpacity = 0.38;
/** What lies behind the surface is told, but not as loudly. */
const behindOpacity = 0.3;
/** The past fades to this, and no further: it is the result. */
const pastOpacity = 0.5;
/** Steps over which it does, and steps of one opacity. */
const [fading, group] = [14, 3];
/** Pixels of line at either end of a path that are dashed. */
const longest = 3000;

/** The recorded future, thin. */
export function paintSeenGhost({ context, colours }: Brush, { number, path, step }: SeenRun): void {
  context.lineWidth = 1;
  context.strokeStyle = colours.line(number);
  for (const [isBehind, opacity] of [
    [0, ghostOpacity],
    [1, ghostOpacity / 2],
  ] as const) {
    context.globalAlpha = opacity;
    stroke(context, path, path.pointOf[step]!, path.pointOf.at(-1)!, isBehind);
  }
  context.globalAlpha = 1;
}

/** The way so far: a line in the run's dash on a casing, fading into the past, fainter behind the surface. */
export function paintSeenPath({ context, colours, pen }: Brush, { number, path, step }: SeenRun): void {
  const { pixels, pointOf, lengths, dots } = path;
  const [begin, end] = [0, pointOf[step]!];
  const length = lengths[end]!;
  const isLong = length > 2 * longest;
  const early = isLong ? bisectLeft(lengths, longest, begin, end) : end;
  const late = isLong ? bisectLeft(lengths, length - longest, begin, end) : end;
  const dash = dashOf(number)?.split(" ").map(Number) ?? [];
  context.lineJoin = "round";

  context.strokeStyle = colours.line(number);
  context.globalAlpha = behindOpacity;
  context.lineWidth = pen.line / 2;
  stroke(context, path, begin, end, 1);

  context.strokeStyle = colours.paper;
  context.globalAlpha = 0.8;
  context.lineWidth = pen.casing;
  stroke(context, path, begin, end, 0);

  context.strokeStyle = colours.line(number);
  context.lineWidth = pen.line;
  const piece = (from: number, to: number, opacity: number, dashes: number[]) => {
    context.globalAlpha = opacity;
    context.setLineDash(dashes);
    context.lineDashOffset = lengths[from]!;
    stroke(context, path, from, to, 0);
  };
  const fresh = Math.max(0, step - 4 * fading);
  const old = Math.max(late === end ? 0 : late, pointOf[fresh]!);
  if (isLong) {
    piece(begin, early, pastOpacity, dash);
    piece(early, late, pastOpacity, []);
    piece(late, old, pastOpacity, dash);
  } else piece(begin, old, pastOpacity, dash);
  for (let from = fresh; from < step; from += group) {
    const to = Math.min(from + group, step);
    if (pointOf[to]! <= old) continue;
    const opacity = pastOpacity + (1 - pastOpacity) * Math.exp(-(step - to) / fading);
    piece(Math.max(old, pointOf[from]!), pointOf[to]!, opacity, dash);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;

  context.fillStyle = colours.line(number);
  context.strokeStyle = colours.paper;
  context.lineWidth = 1;
  context.beginPath();
  for (const dot of dots) {
    if (dot >= step) break;
    const point = pointOf[dot]!;
    addCircle(context, [pixels[2 * point]!, pixels[2 * point + 1]!], pen.dot);
  }
  context.fill();
  context.stroke();
}

/**
 * The points between two, as one line where they are on one side of the surface; a part that is not breaks it. Points less
 * than a pixel on are passed over.
 */
function stroke(
  context: Pencil,
  { pixels, isBehind }: SeenPath,
  from: number,
  to: number,
  side: 0 | 1,
): void {
  context.beginPath();
  let isDrawing = false;
  let [atX, atY] = [0, 0];
  for (let k = from + 1; k <= to; k++) {
    const [x0, y0, x, y] = [pixels[2 * k - 2]!, pixels[2 * k - 1]!, pixels[2 * k]!, pixels[2 * k + 1]!];
    const isSeen = isBehind[k] === side && !Number.isNaN(x0) && !Number.isNaN(x);
    if (isSeen && !isDrawing) {
      context.moveTo(x0, y0);
      [atX, atY] = [x0, y0];
    }
    isDrawing = isSeen;
    if (!isSeen || (Math.abs(x - atX) + Math.abs(y - atY) < 0.7 && k < to)) continue;
    context.lineTo(x, y);
    [atX, atY] = [x, y];
  }
  context.stroke();
}
