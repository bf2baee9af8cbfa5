import type { Point } from "../../surfaces/surface";
import type { Contour } from "./contours";
import { formatTick } from "../number-format/number-format";
import { boxAbout, fitsOn, overlap, widthOf, type Box } from "./places";
import { toPlane, type Viewport } from "./viewport";

/** A loss written on its contour: the middle of the text, in pixels. */
export type ContourNumeral = { readonly text: string; readonly at: Point; readonly tint: number };

const most = 4;
const size = 10.5;
/** Pixels between two looks along a ray. */
const stride = 2;

/**
 * Names three or four contours, all on one ray from the minimum: the ray, of two dozen, that can name the most and
 * leads away from the start. `marks` are points that must stay free.
 */
export function contourNumerals(
  contours: readonly Contour[],
  valueAt: (x: number, y: number) => number,
  viewport: Viewport,
  minimum: Point,
  start: Point,
  marks: readonly Point[],
): ContourNumeral[] {
  const { width, height } = viewport;
  const taken = [...marks.map((mark) => boxAbout(mark, 26, 26)), boxAbout(minimum, 110, 60)];
  const towardsStart = Math.atan2((start[1] - minimum[1]) / height, (start[0] - minimum[0]) / width);
  let best: { score: number; numerals: ContourNumeral[] } = { score: -Infinity, numerals: [] };
  for (let k = 0; k < 24; k++) {
    const angle = ((k + 0.5) * Math.PI) / 12;
    const [dx, dy] = [width * Math.cos(angle), height * Math.sin(angle)];
    const numerals = namesAlong(contours, valueAt, viewport, minimum, [dx, dy], taken);
    const score = numerals.length - 0.9 * Math.cos(angle - towardsStart) - 0.2 * Math.abs(Math.sin(angle));
    if (score > best.score) best = { score, numerals };
  }
  return best.numerals;
}

function namesAlong(
  contours: readonly Contour[],
  valueAt: (x: number, y: number) => number,
  viewport: Viewport,
  [x0, y0]: Point,
  [dx, dy]: Point,
  taken: readonly Box[],
): ContourNumeral[] {
  const length = Math.hypot(dx, dy);
  const steps = Math.floor(length / stride);
  const crossings: { contour: Contour; at: Point }[] = [];
  const rising = contours.toReversed();
  let next = 0;
  for (let i = 1; i <= steps; i++) {
    const at: Point = [x0 + (dx * i) / steps, y0 + (dy * i) / steps];
    const value = valueAt(...toPlane(viewport, at));
    while (next < rising.length && rising[next]!.level <= value)
      crossings.push({ contour: rising[next++]!, at });
  }
  const numerals: ContourNumeral[] = [];
  const boxes = [...taken];
  const byRoundness = crossings.toSorted((a, b) => digitsOf(a.contour) - digitsOf(b.contour));
  for (const { contour, at } of byRoundness) {
    const text = formatTick(contour.level);
    const box = boxAbout(at, widthOf(text, size) + 4, size + 2);
    if (numerals.length === most || !fitsOn(viewport, box, 10) || box.x0 < 40) continue;
    if (boxes.some((other) => overlap(box, other, 24))) continue;
    boxes.push(box);
    numerals.push({ text, at, tint: contour.tint });
  }
  return numerals;
}

/** Bold contours first, then the shortest numbers. */
const digitsOf = ({ level, isBold }: Contour) =>
  isBold ? 0 : String(level).replace(/^-?0?\.?0*|0+$/g, "").length;
