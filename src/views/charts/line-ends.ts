import type { Plot } from "./layout";
import type { Line } from "./lines";
import { spread } from "./spread";

/** A line that has a name at its end: where it ends, and where its name stands. */
export type LineEnd = Line & { readonly end: number; readonly height: number; readonly hasLeader: boolean };

/** Distance below which names could not be read, in pixels. */
const leastDistance = 11;
/** Displacement from which a label needs a leader back to its line, in pixels. */
const leaderFrom = 5;

/**
 * Where the runs' names stand at their lines' ends, pushed apart; one that had to move has a leader. Where there are too
 * many for the height there are none: colour, dash and marker then have to do.
 */
export function lineEnds(
  lines: readonly Line[],
  { top, height }: Plot,
  lastShown: number,
  y: (value: number) => number,
  isBold: boolean,
): LineEnd[] {
  const named = lines.flatMap((line) => {
    const shown = line.values.subarray(0, Math.max(0, lastShown + 1 - line.first));
    const last = shown.findLast((value) => !Number.isNaN(value));
    return line.divergedAt !== undefined || last === undefined ? [] : [{ ...line, end: y(last) }];
  });
  const distance = Math.min(isBold ? 15 : 13, (height + 8) / Math.max(1, named.length - 1));
  if (distance < leastDistance) return [];
  const heights = spread(named.map(({ end }) => end), distance, top, top + height + 2); // prettier-ignore
  return named.map((line, i) => ({
    ...line,
    height: heights[i]!,
    hasLeader: Math.abs(heights[i]! - line.end) > leaderFrom,
  }));
}
