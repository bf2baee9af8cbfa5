import { dashOf } from "../run-mark/mark";
import { stepsDrawn, type Curve } from "./curves";

/** One run to be drawn: where it is among the recording's, its number, and its colour as the theme has it. */
export type DrawnRun = { readonly index: number; readonly number: number; readonly colour: string };

/** As much of a canvas as the lines need. */
export type Context = Pick<
  CanvasRenderingContext2D,
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "stroke"
  | "setLineDash"
  | "globalAlpha"
  | "lineWidth"
  | "strokeStyle"
  | "lineJoin"
>;
type Scale = (value: number) => number;
/** What is recorded before the cursor, in full or beside a thicker line of the same run; or what comes after it. */
export type Stroke = "full" | "thin" | "ghost";

/** Opacity of one run's single batches, and of all runs' together: many would otherwise merge to a grey band. */
const [rawOpacity, allRawOpacity] = [0.09, 0.2];

/** The losses of single batches, faint: a stroke from least to greatest in each pixel column. */
export function drawRaw(
  context: Context,
  { raw }: Curve,
  { colour }: DrawnRun,
  { y, runs }: { y: Scale; runs: number },
): void {
  begin(context, colour, 0.6, Math.min(rawOpacity, allRawOpacity / runs), []);
  for (let column = 0; column < raw.least.length; column++) {
    if (Number.isNaN(raw.least[column]!)) continue;
    context.lineTo(column + 0.5, y(raw.greatest[column]!));
    context.lineTo(column + 0.5, y(raw.least[column]!));
  }
  context.stroke();
}

/** The running mean of a run's losses: with its dash, or as a ghost. */
export function drawMean(
  context: Context,
  { mean }: Curve,
  { colour, number }: DrawnRun,
  { x, y, columns, stroke }: { x: Scale; y: Scale; columns: number; stroke: Stroke },
): void {
  begin(context, colour, ...penOf[stroke], stroke === "ghost" ? [] : dashesOf(number));
  for (const step of stepsDrawn(mean.count, mean.means.length, columns))
    context.lineTo(x(step), y(mean.means[step]!));
  context.stroke();
}

/** What was measured at single steps, joined by straight lines. */
export function drawMeasured(
  context: Context,
  points: readonly (readonly [step: number, value: number])[],
  { colour, number }: DrawnRun,
  { x, y, stroke }: { x: Scale; y: Scale; stroke: Stroke },
): void {
  begin(context, colour, ...penOf[stroke], stroke === "ghost" ? [] : dashesOf(number));
  for (const [step, value] of points) context.lineTo(x(step), y(value));
  context.stroke();
}

/** Width and opacity of a line. */
const penOf: Readonly<Record<Stroke, readonly [width: number, opacity: number]>> = {
  full: [1.9, 1],
  thin: [0.9, 0.85],
  ghost: [1, 0.5],
};

function begin(context: Context, colour: string, width: number, alpha: number, dashes: number[]): void {
  context.beginPath();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.globalAlpha = alpha;
  context.lineJoin = "round";
  context.setLineDash(dashes);
}

const dashesOf = (number: number): number[] => dashOf(number)?.split(" ").map(Number) ?? [];
