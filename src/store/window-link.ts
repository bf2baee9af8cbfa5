import { problemOf, type Problem } from "../experiment/problem";
import { isSurfaceSpec, type ExperimentSpec } from "../experiment/spec";
import { refuse } from "../words/link-sentences";
import { shownWindow, type View, type ZoomWindow } from "./store";

/** Beyond this no window is read: the maps themselves go no further. */
const farthest = 1e9;

/** The window of a link, `x0,x1,y0,y1`; the ends to a thousandth of its sides, so that the link stays short. */
export function writeWindow(view: View, spec: ExperimentSpec): string | undefined {
  const window = shownWindow({ view, spec });
  if (!window) return undefined;
  return [window.x, window.y].flatMap(([from, to]) => [from, to].map(roundedTo(to - from))).join();
}

const roundedTo = (span: number) => {
  const decimals = Math.min(15, Math.max(0, 3 - Math.floor(Math.log10(span))));
  return (end: number) => Number(end.toFixed(decimals));
};

/** Reads a link's window; undefined where there is none, or it cannot be used. */
export function readWindow(
  text: string | undefined,
  spec: ExperimentSpec,
  problems: Problem[],
): ZoomWindow | undefined {
  if (text === undefined || !isSurfaceSpec(spec)) return undefined;
  const ends = text.split(",").map((end) => (end.trim() === "" ? NaN : Number(end)));
  const [x0, x1, y0, y1] = ends as [number, number, number, number];
  if (ends.length === 4 && ends.every((end) => Math.abs(end) <= farthest) && x0 < x1 && y0 < y1)
    return { surface: spec.surface, x: [x0, x1], y: [y0, y1] };
  problems.push(
    problemOf(
      "window",
      refuse("window needs four numbers, each range rising: x0,x1,y0,y1; the whole surface is shown"),
    ),
  );
  return undefined;
}
