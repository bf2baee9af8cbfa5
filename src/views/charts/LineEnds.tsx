import type { Plot } from "./layout";
import type { Line } from "./lines";
import { spread } from "./spread";

type Props = {
  readonly lines: readonly Line[];
  readonly plot: Plot;
  /** The last step shown. */
  readonly last: number;
  readonly y: (value: number) => number;
  readonly isBold: boolean;
};

/** Distance below which names could not be read, in pixels. */
const leastDistance = 11;
/** Displacement from which a label needs a leader back to its line, in pixels. */
const leaderFrom = 5;

/**
 * The runs' names at their lines' ends, pushed apart; one that had to move has a leader. Where there are too many for
 * the height there are none: colour, dash and marker then have to do.
 */
export function LineEnds({ lines, plot, last: lastShown, y, isBold }: Props) {
  const { left, top, width, height } = plot;
  const named = lines.flatMap((line) => {
    const shown = line.values.subarray(0, Math.max(0, lastShown + 1 - line.first));
    const last = shown.findLast((value) => !Number.isNaN(value));
    return line.divergedAt !== undefined || last === undefined ? [] : [{ ...line, end: y(last) }];
  });
  const distance = Math.min(isBold ? 15 : 13, (height + 8) / Math.max(1, named.length - 1));
  if (distance < leastDistance) return null;
  const heights = spread(named.map(({ end }) => end), distance, top, top + height + 2); // prettier-ignore
  return named.map(({ run, label, end }, i) => (
    <g key={label} data-run={run} className="charts-name">
      {Math.abs(heights[i]! - end) > leaderFrom && (
        <path d={`M${left + width + 1},${end.toFixed(1)}L${left + width + 7},${heights[i]!.toFixed(1)}`} />
      )}
      <text x={left + width + 9} y={heights[i]! + 4} fontWeight={isBold ? 600 : 400}>
        {label}
      </text>
    </g>
  ));
}
