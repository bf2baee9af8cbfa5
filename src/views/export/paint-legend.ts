import { widthOf } from "../contour-map/places";
import { dashOf } from "../run-mark/mark";
import type { Inks } from "./inks";
import { write } from "./lettering";
import { paintMark } from "./paint-axis";
import type { Sheet } from "./sheet";
import type { RunInWords } from "./words-of-run";

/** What became of a run, at the end of its line. */
export type Outcome = { readonly text: string; readonly isError: boolean };

/** A run's sample, name and numbers on one line, `width` long; its outcome at the right. */
export function paintLegend(
  sheet: Sheet,
  inks: Inks,
  { number, label, settings }: RunInWords,
  outcome: Outcome | undefined,
  width: number,
): void {
  const { context, shape } = sheet;
  context.setLineDash(dashOf(number)?.split(" ").map(Number) ?? []);
  context.strokeStyle = inks.line(number);
  context.lineWidth = 2.4;
  context.stroke(shape("M0,-5H30"));
  context.setLineDash([]);
  paintMark(sheet, inks, number, [15, -5], 4.4);
  write(sheet, inks, label, [40, 0], { size: 15, weight: 600, colour: inks.text(number) });
  // Bold letters of a fallback's are wider than Inter's.
  const after = 40 + 1.24 * widthOf(label, 15) + 10;
  const [size, room] = [12.5, width - after];
  if (outcome)
    write(sheet, inks, outcome.text, [width, 0], {
      ...{ size, colour: outcome.isError ? inks.error : inks.ink, align: "end" },
    });
  const left = room - (outcome ? widthOf(outcome.text, size) + 16 : 0);
  write(sheet, inks, fitted(settings, size, left), [after, 0], { size, colour: inks.ink2 });
}

/** As much of a text as there is room for. */
function fitted(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(`${letters.join("")}…`, size) > room) letters.pop();
  return letters.length > 0 ? `${letters.join("").trimEnd()}…` : "";
}
