import type { Axis } from "./domain";
import type { Plot } from "./layout";
import { heightOf } from "./scales";

type Props = { axis: Axis; plot: Plot; format: (value: number) => string };

/** The hairlines of a plot with their values, and the strip that takes the pointer, the step axis included. */
export function ChartGrid({ axis, plot, format }: Props) {
  const { left, top, width, height, isLast } = plot;
  const y = heightOf(axis, plot);
  return (
    <>
      <rect
        className="charts-press"
        x={left}
        y={top - 8}
        width={width}
        height={height + (isLast ? 38 : 18)}
      />
      {axis.ticks.map((tick) => (
        <g key={tick} className="charts-tick">
          <path d={`M${left},${y(tick).toFixed(1)}h${width}`} />
          <text x={left - 7} y={y(tick) + 4} textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
    </>
  );
}
