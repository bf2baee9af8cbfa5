import type { Plot } from "./layout";
import { lineEnds } from "./line-ends";
import type { Line } from "./lines";

type Props = {
  readonly lines: readonly Line[];
  readonly plot: Plot;
  /** The last step shown. */
  readonly last: number;
  readonly y: (value: number) => number;
  readonly isBold: boolean;
};

/** The runs' names at their lines' ends. */
export function LineEnds({ lines, plot, last, y, isBold }: Props) {
  const right = plot.left + plot.width;
  return lineEnds(lines, plot, last, y, isBold).map(({ run, label, end, height, hasLeader }) => (
    <g key={`${run} ${label}`} data-run={run} className="charts-name">
      {hasLeader && <path d={`M${right + 1},${end.toFixed(1)}L${right + 7},${height.toFixed(1)}`} />}
      <text x={right + 9} y={height + 4} fontWeight={isBold ? 600 : 400}>
        {label}
      </text>
    </g>
  ));
}
