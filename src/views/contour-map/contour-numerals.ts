import type { Point } from "../../surfaces/surface";
import type { Contour } from "./contours";
import { distinctText } from "./axis-ticks";
import { boxAbout, fitsOn, overlap, widthOf, type Box } from "./places";
import { isOn, toPlane, type Viewport } from "./viewport";

/** A loss written on its contour: the middle of the text, in pixels. */
export type ContourNumeral = { readonly text: string; readonly at: Point; readonly tint: number };

const most = 4;
const size = 10.5;
/** Pixels between two looks along a ray. */
const stride = 6;

/**
 * Names three or four contours, all on one ray from the minimum, or from the lowest point seen: the ray, of sixteen, that
 * can name the most and leads away from the start. `busy` is what must stay free.
 */
export function contourNumerals(
  contours: readonly Contour[],
  valueAt: (x: number, y: number) => number,
  viewport: Viewport,
  minimum: Point,
  start: Point,
  busy: readonly Box[],
): ContourNumeral[] {
  const { width, height } = viewport;
  const taken = [...busy, boxAbout(minimum, 110, 60)];
  const towardsStart = Math.atan2((start[1] - minimum[1]) / height, (start[0] - minimum[0]) / width);
  let best: { score: number; numerals: ContourNumeral[] } = { score: -Infinity, numerals: [] };
  for (let k = 0; k < 16; k++) {
    const angle = ((k + 0.5) * Math.PI) / 8;
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
  const rising = contours.toReversed();
  const crossings: { contour: Contour; at: Point }[] = [];
  const stepsTo = Math.hypot(dx, dy) / stride;
  const pointAt = (step: number): Point => [x0 + (dx * step) / stepsTo, y0 + (dy * step) / stepsTo];
  let before = -Infinity;
  for (let step = 1; isOn(viewport, pointAt(step)); step++) {
    const value = valueAt(...toPlane(viewport, pointAt(step)));
    for (const contour of rising.slice(crossings.length)) {
      if (!(contour.level <= value)) break;
      const share = before < value ? Math.max(0, (contour.level - before) / (value - before)) : 1;
      crossings.push({ contour, at: pointAt(step - 1 + (Number.isFinite(share) ? share : 1)) });
    }
    before = value;
  }
  const numerals: ContourNumeral[] = [];
  const boxes = [...taken];
  const levels = contours.map(({ level }) => level);
  const byRoundness = crossings.toSorted((a, b) => digitsOf(a.contour) - digitsOf(b.contour));
  for (const { contour, at } of byRoundness) {
    const text = distinctText(contour.level, levels);
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
