import { divergedText } from "./diverged-text";
import type { DrawnRun } from "./drawn-runs";
import { edge } from "./leaders";
import { widthOf } from "./places";

/** Where Inter is not installed, the page has a face that may be wider by so much. */
const widest = 1.2;

/** Width of a name at its head, which is bold, in pixels. */
export const nameWidth = (name: string): number => widthOf(name, 13.5);

/** What stands at a run's head: its name, that it diverged, and the loss there if a map of that width has room for it. */
export function headName(name: string, diverged: DrawnRun["diverged"], width: number): string {
  if (!diverged) return name;
  const whole = `${name} ${divergedText(diverged)}`;
  const fits = widest * nameWidth(whole) <= width - 2 * edge;
  return fits ? whole : `${name} ${divergedText({ step: diverged.step, loss: NaN })}`;
}
