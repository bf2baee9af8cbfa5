import type { Axis } from "./domain";
import type { Plot } from "./layout";
import type { Line } from "./lines";

/** Pixels a line may leave its plot by: enough to be cut by the edge, not by a corner of the page. */
const outside = 12;

/**
 * Height of a value in a plot. Zero and less lie on a logarithmic axis's floor; what is too high just leaves it. Asked
 * for tens of thousands of values while steps are panned.
 */
export function heightOf({ isLogarithmic, domain }: Axis, { top, height }: Plot): (value: number) => number {
  const scaled = isLogarithmic ? Math.log : (value: number) => value;
  const [low, high] = [scaled(domain[0]), scaled(domain[1])];
  const perUnit = height / (high - low);
  return (value) => {
    if (value === Infinity) return top - outside;
    if (isLogarithmic && value <= domain[0]) return top + height;
    const y = top + height - (scaled(value) - low) * perUnit;
    return Math.max(top - outside, Math.min(y, top + height + outside));
  };
}

/** A diverged run's line ends where it first leaves the axis; NaN counts as leaving. Others are whole. */
export function untilItLeaves(line: Line, axis: Axis): Line {
  if (line.divergedAt === undefined) return line;
  const { values, raw } = line;
  // A mean leaves after what it is the mean of.
  return { ...line, values: cut(values, axis), ...(raw && { raw: cut(raw, axis) }) };
}

function cut(values: Float64Array, { domain: [low, high] }: Axis): Float64Array {
  const leaves = values.findIndex(
    (value, i) => value > high || (value < low && !(value >= 0)) || (i > 0 && Number.isNaN(value)),
  );
  return leaves < 0 ? values : values.subarray(0, leaves + 1);
}
