import { markerOf } from "../run-mark/mark";
import { spread } from "../charts/spread";
import type { Plot } from "../charts/layout";
import type { NamedRun } from "./network-data";
import type { Reading } from "./readings";
import { labelLength } from "../run-mark/label-length";

/** Distances from the crosshair to a leader's start, its end, and the words; and a character's width. */
const [leaderStart, leaderEnd, wordsAt, character] = [6, 20, 24, 7.8];

/** Width of a figure below which there is room for values, but not for names. */
const narrow = 480;

/** Room to keep free to the right of the plots, so that labels at the end of training stand beside them. */
export const labelRoom = (figureWidth: number, runs: readonly NamedRun[]): number =>
  wordsAt +
  character *
    (6 + (figureWidth < narrow ? 0 : Math.max(0, ...runs.map(({ label }) => labelLength(label) + 1))));

/** A marker, a leader and `Momentum 0.255` a run; `placeLabels` moves them. */
export const CursorLabels = ({ runs, width }: { runs: readonly NamedRun[]; width: number }) =>
  runs.map(({ number, label }) => (
    <g key={number} data-run={number} visibility="hidden">
      <path className="network-leader" />
      <path className="network-marker" d={markerOf(number)} />
      <text>
        {width < narrow ? "" : label}
        <tspan dx={width < narrow ? 0 : 7} />
      </text>
    </g>
  ));

/**
 * Moves the labels of <CursorLabels/> to the right of the cursor, pushed apart; words that would be cut off at the
 * figure's edge stand to its left. A marker stands where its value was measured, which `xOf` a step says, with a line on to
 * the cursor; none where that is out of sight.
 */
export function placeLabels(
  group: SVGGElement,
  readings: readonly Reading[],
  x: number,
  xOf: (step: number) => number,
  { top, height: plotHeight, left, columnLeft, columnWidth }: Plot,
  distance: number,
): void {
  const present = readings.flatMap((reading, i) => (reading ? [{ ...reading, i }] : []));
  const heights = spread(present.map(({ y }) => y), distance, top + 15, top + plotHeight - 4); // prettier-ignore
  for (const label of group.children) label.setAttribute("visibility", "hidden");
  present.forEach(({ i, step, y: height, text, isError = false }, k) => {
    // A run far above the others' axis stands at its top.
    const y = Math.max(top, height);
    const label = group.children[i]!;
    const [leader, marker, words] = label.children as unknown as [
      SVGPathElement,
      SVGPathElement,
      SVGTextElement,
    ];
    words.lastElementChild!.textContent = text;
    const length = labelLength(words.textContent) + 1;
    const side = x + wordsAt + character * length > columnLeft + columnWidth + character ? -1 : 1;
    label.setAttribute("visibility", "visible");
    const measured = Math.min(x, xOf(step));
    const isSeen = measured >= left;
    const beside = x + side * leaderStart;
    const from = isSeen ? Math.min(measured + leaderStart, beside) : beside;
    leader.setAttribute(
      "d",
      `M${from.toFixed(1)},${y.toFixed(1)}H${beside}L${x + side * leaderEnd},${heights[k]!.toFixed(1)}`,
    );
    marker.setAttribute("transform", `translate(${measured.toFixed(1)},${y.toFixed(1)}) scale(4)`);
    leader.setAttribute("visibility", isError ? "hidden" : "inherit");
    marker.setAttribute("visibility", isError || !isSeen ? "hidden" : "inherit");
    words.setAttribute("x", String(x + side * wordsAt));
    words.setAttribute("y", (heights[k]! + 4).toFixed(1));
    words.setAttribute("text-anchor", side < 0 ? "end" : "start");
    words.setAttribute("class", isError ? "network-error" : "");
  });
}
