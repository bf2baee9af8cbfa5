import type { Point } from "../../surfaces/surface";
import type { SurfaceMap } from "./surface-map";
import { boxAbout, clearance, fitsOn, inkOf, overlap, widthOf, type Box } from "./places";
import { stepNumeralsOf, type StepNumeral } from "./step-numerals";
import type { Trace } from "./trace";
import { isOn } from "./viewport";

/** Where words and numerals stand among the paths of a map: computed once a recording, not once a frame. */
export type Arrangement = {
  /** Middle of the text; undefined where it is not written. */
  readonly startLabel: Point | undefined;
  readonly minimumLabel: Point | undefined;
  /** By run, in the order of the traces. */
  readonly numerals: readonly (readonly StepNumeral[])[];
};

/** What is to be written: a text that is undefined is not. */
export type Wording = {
  readonly start: string | undefined;
  readonly minimum: string | undefined;
  /** Steps of the experiment, or undefined for no numerals. */
  readonly steps: number | undefined;
  readonly numeralSize: number;
};

const labelSize = 12;
const clearest = 14;

/** Finds places for the start's and the minimum's names and for the numbers of steps. */
export function arrange(
  { viewport, lowest, minima, saddles, numerals, readOut, controls }: SurfaceMap,
  traces: readonly Trace[],
  start: Point,
  wording: Wording,
): Arrangement {
  const ink = inkOf(traces, viewport);
  const boxes: Box[] = [
    ...minima.map((point) => boxAbout(point, 16, 16)),
    ...saddles.map((point) => boxAbout(point, 14, 14)),
    boxAbout(start, 14, 14),
    ...(readOut ? [readOut.box] : []),
    ...(controls ? [controls] : []),
    ...numerals.map(({ at, text }) => boxAbout(at, widthOf(text, 10.5), 12)),
  ];
  const place = (text: string, candidates: readonly { at: Point; cost: number }[]): Point | undefined => {
    let best: { score: number; at: Point; box: Box } | undefined;
    for (const { at, cost } of candidates) {
      const box = boxAbout(at, widthOf(text, labelSize), labelSize + 2);
      if (!fitsOn(viewport, box) || boxes.some((other) => overlap(box, other, 2))) continue;
      const score = clearance(box, ink, clearest) - cost;
      if (!best || score > best.score) best = { score, at, box };
    }
    if (best) boxes.push(best.box);
    return best?.at;
  };

  const startLabel =
    wording.start !== undefined && isOn(viewport, start)
      ? place(wording.start, aboutStart(start, widthOf(wording.start, labelSize)))
      : undefined;
  const minimumLabel =
    wording.minimum !== undefined && lowest
      ? place(
          wording.minimum,
          aboutMinimum(lowest.at, widthOf(wording.minimum, labelSize)).filter(({ at }) =>
            [...minima, ...saddles].every((mark) => distance(at, lowest.at) <= distance(at, mark)),
          ),
        )
      : undefined;
  const { steps } = wording;
  return {
    startLabel,
    minimumLabel,
    numerals: traces.map((trace) => {
      if (steps === undefined) return [];
      const found = stepNumeralsOf(trace, steps, ink, boxes, viewport, wording.numeralSize);
      boxes.push(
        ...found.map(({ step, text }) => boxAbout(text, widthOf(String(step), wording.numeralSize), 12)),
      );
      return found;
    }),
  };
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Beside, above or below the ring; at its right is best. */
const aboutStart = ([x, y]: Point, width: number) => {
  const [left, right] = [x - 11 - width / 2, x + 11 + width / 2];
  return [
    { at: [right, y - 8] as const, cost: 0 },
    { at: [right, y + 9] as const, cost: 1 },
    { at: [right, y] as const, cost: 1 },
    { at: [left, y] as const, cost: 2 },
    ...[0, 0.25, -0.25, 0.45, -0.45].flatMap((shift) =>
      [-18, 18, -24, 24].map((dy) => ({
        at: [x + shift * width, y + dy] as const,
        cost: Math.abs(dy) / 6 + Math.abs(shift),
      })),
    ),
  ];
};

/** Above or below the cross, not far. */
const aboutMinimum = ([x, y]: Point, width: number) =>
  [0, -0.65, 0.65, -0.85, 0.85].flatMap((shift) =>
    [-26, 26, -38, 38, -50, 50, -62, 62].map((dy) => ({
      at: [x + shift * width, y + dy] as const,
      cost: 0.09 * Math.hypot(0.35 * shift * width, dy),
    })),
  );
