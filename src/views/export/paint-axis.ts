import { axisTicks } from "../contour-map/axis-ticks";
import type { DrawnRun } from "../contour-map/drawn-runs";
import { toPixel, type Viewport } from "../contour-map/viewport";
import { markerOf } from "../run-mark/mark";
import type { Inks } from "./inks";
import { rule, write } from "./lettering";
import type { Sheet } from "./sheet";

/** Height of the axis with its numbers, in pixels. */
export const axisHeight = 28;

/** The x axis under maps, with the markers of their runs on it. */
export function paintAxis(sheet: Sheet, inks: Inks, viewport: Viewport, runs: readonly DrawnRun[]): void {
  const { width } = viewport;
  const ticks = axisTicks(viewport.x, Math.max(4, width / 190));
  const at = (x: number) => toPixel(viewport, [x, 0])[0];
  for (const { value, text } of ticks) {
    const x = at(value);
    rule(sheet, `M${x.toFixed(1)},0v4`, inks.ink3);
    const align = x < 14 ? "start" : x > width - 14 ? "end" : "center";
    write(sheet, inks, text, [x, 20], { size: 11.5, colour: inks.ink3, align });
  }
  const [beforeLast, last] = ticks.slice(-2).map(({ value }) => at(value));
  if (beforeLast !== undefined && last !== undefined)
    write(sheet, inks, "x", [(beforeLast + last) / 2, 20], {
      ...{ size: 14, colour: inks.ink2, isSerif: true, isItalic: true, align: "center" },
    });
  for (const { number, wedge, trace, step } of runs) {
    const x = (wedge?.at ?? trace.pointAt(step))[0];
    if (!(x >= 0 && x <= width)) continue;
    sheet.at(x, 0, () => {
      rule(sheet, "M0,-9V0", inks.line(number), 1.5);
      paintMark(sheet, inks, number, [0, 2], 4.4);
    });
  }
}

/** A run's marker with a paper-coloured edge. */
export function paintMark(
  { context, shape }: Sheet,
  inks: Inks,
  number: number,
  [x, y]: readonly [number, number],
  radius: number,
): void {
  const marker = shape(markerOf(number));
  context.save();
  context.translate(x, y);
  context.scale(radius, radius);
  context.setLineDash([]);
  context.lineWidth = 3 / radius;
  context.strokeStyle = inks.paper;
  context.stroke(marker);
  context.fillStyle = inks.line(number);
  context.fill(marker);
  context.restore();
}
