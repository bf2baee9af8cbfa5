import type { Plot } from "./layout";
import type { Line } from "./lines";
import type { Span } from "./span";
import { chartsWords } from "../../words/en/charts";
import { labelLength } from "../run-mark/label-length";

/** Where a diverged run's line leaves the plot stands that it did, and when. */
export function Divergences({
  lines,
  plot,
  span: [from, to],
  x,
}: {
  lines: readonly Line[];
  plot: Plot;
  span: Span;
  x: (step: number) => number;
}) {
  return lines
    .filter(({ divergedAt, first, values }) => {
      const exit = first + values.length - 1;
      return divergedAt !== undefined && exit >= from && exit <= to;
    })
    .map(({ label, run, divergedAt, first, values }, row) => {
      const words = chartsWords().diverged(label, divergedAt);
      const exit = x(first + values.length - 1);
      // To the left of the exit where the plot ends too soon for the words.
      const isTight = exit + 8 + 6.8 * labelLength(words) > plot.columnLeft + plot.columnWidth;
      return (
        <text
          key={run}
          className="charts-diverged"
          x={isTight ? Math.max(exit - 8, plot.left + 6.6 * labelLength(words)) : exit + 8}
          y={plot.top + 5 + 15 * row}
          textAnchor={isTight ? "end" : "start"}
        >
          {words}
        </text>
      );
    });
}
