import type { Axis } from "./domain";
import type { Plot } from "./layout";
import { heightOf } from "./scales";

/** Distance of two values on an axis below which they could not be read, in pixels. */
const leastApart = 13;

/** Baseline of the highest value, below the top of the plot: the title stands above it. */
const belowTitle = 8;

type Props = { axis: Axis; plot: Plot; format: (value: number) => string };

/** The hairlines of a plot with their values, and the strip that takes the pointer, the step axis included. */
export function ChartGrid({ axis, plot, format }: Props) {
  const { left, top, width, height, isLast } = plot;
  const y = heightOf(axis, plot);
  const apart = Math.min(...axis.ticks.slice(1).map((tick, i) => Math.abs(y(tick) - y(axis.ticks[i]!))));
  // Where they are too close, every second or third is written; each keeps its line.
  const every = Math.max(1, Math.ceil(leastApart / apart));
  return (
    <>
      <rect
        className="charts-press"
        x={left}
        y={top - 8}
        width={width}
        height={height + (isLast ? 38 : 18)}
      />
      {axis.ticks.map((tick, i) => (
        <g key={tick} className="charts-tick">
          <path d={`M${left},${y(tick).toFixed(1)}h${width}`} />
          {i % every === 0 && (
            <text x={left - 7} y={Math.max(y(tick) + 4, top + belowTitle)} textAnchor="end">
              {format(tick)}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
