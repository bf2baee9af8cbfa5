import type { State } from "../../store/store";
import { exportWords } from "../../words/en/export";
import { formatCount } from "../number-format/number-format";
import type { Inks } from "./inks";
import { write } from "./lettering";
import type { Sheet } from "./sheet";

/** What a picture's content is wide, and the paper around it, in pixels. */
export const [pageWidth, margin] = [944, 28];
/** Heights of the title and of the line at the foot. */
export const [headHeight, footHeight] = [64, 34];
/** Height of a run's line in a legend. */
export const legendHeight = 28;

/** Title, and which step of how many is shown. */
export function paintHeading(
  sheet: Sheet,
  inks: Inks,
  title: string,
  note: string,
  step: number,
  steps: number,
): void {
  const right = margin + pageWidth;
  write(sheet, inks, title, [margin, 38], { size: 22, colour: inks.ink, isSerif: true });
  const place = exportWords().stepOf(formatCount(Math.floor(step)), formatCount(steps));
  write(sheet, inks, place, [right, 38], { size: 14, weight: 600, colour: inks.ink, align: "end" });
  write(sheet, inks, note, [margin, 57], { size: 12.5, colour: inks.ink2 });
}

/** Who made it, and what computed it. */
export function paintFoot(sheet: Sheet, inks: Inks, { computedBy }: State, top: number): void {
  const by = computedBy ? exportWords().computedBy(computedBy.backend, computedBy.precision) : "";
  write(sheet, inks, `Ravine${by}`, [margin, top + 20], { size: 11, colour: inks.ink3 });
}

/** Paper under a whole picture. */
export function paintPaper({ context, shape }: Sheet, inks: Inks, width: number, height: number): void {
  context.fillStyle = inks.paper;
  context.fill(shape(`M0,0H${width}V${height}H0Z`));
}
