import type { Axis } from "../charts/domain";
import type { Plot } from "../charts/layout";
import { heightOf } from "../charts/scales";
import type { Inks } from "./inks";
import { rule, write } from "./lettering";
import type { Sheet } from "./sheet";

/** Distance of two values on an axis below which they could not be read, in pixels. */
const leastApart = 13;

/** Title and hairlines of a plot, with their values. */
export function paintPlot(
  sheet: Sheet,
  inks: Inks,
  plot: Plot,
  title: string,
  axis: Axis,
  format: (value: number) => string,
): void {
  const { left, top, width, columnLeft } = plot;
  write(sheet, inks, title, [columnLeft, top - 12], { size: 13, weight: 600, colour: inks.ink });
  const y = heightOf(axis, plot);
  const apart = Math.min(...axis.ticks.slice(1).map((tick, i) => Math.abs(y(tick) - y(axis.ticks[i]!))));
  const every = Math.max(1, Math.ceil(leastApart / apart));
  axis.ticks.forEach((tick, i) => {
    rule(sheet, `M${left},${y(tick).toFixed(1)}h${width}`, inks.rule, 0.75);
    if (i % every === 0)
      write(sheet, inks, format(tick), [left - 7, y(tick) + 4], {
        size: 11.5,
        colour: inks.ink3,
        align: "end",
      });
  });
}

/** The axis beneath a column of plots: its name, its ticks, and the dot at the cursor. */
export function paintBase(
  sheet: Sheet,
  inks: Inks,
  { left, top, width, height }: Plot,
  name: string,
  ticks: readonly { readonly x: number; readonly text: string }[],
  cursor: number,
): void {
  const y = top + height + 8;
  const marks = ticks.map(({ x }) => `M${x.toFixed(1)},${y}v4`).join("");
  rule(sheet, `M${left},${y}H${left + width}${marks}`, inks.rule2);
  const word = { size: 11.5, colour: inks.ink3 };
  write(sheet, inks, name, [left - 14, y + 18], { ...word, align: "end" });
  for (const { x, text } of ticks) write(sheet, inks, text, [x, y + 18], { ...word, align: "center" });
  const { context } = sheet;
  context.beginPath();
  context.moveTo(cursor + 4, y);
  context.arc(cursor, y, 4, 0, 2 * Math.PI);
  context.fillStyle = inks.ink;
  context.fill();
}
