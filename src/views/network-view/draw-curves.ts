import { dashOf } from "../run-mark/mark";
import { stepsDrawn, type Curve } from "./curves";

/** One run to be drawn: where it is among the recording's, its number, and its colour as the theme has it. */
export type DrawnRun = { readonly index: number; readonly number: number; readonly colour: string };

type Context = Pick<
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

/** The running mean of a run's losses: solid with its dash, or as a ghost. */
export function drawMean(
  context: Context,
  { mean }: Curve,
  { colour, number }: DrawnRun,
  { x, y, columns, isGhost }: { x: Scale; y: Scale; columns: number; isGhost: boolean },
): void {
  begin(context, colour, isGhost ? 1 : 1.9, isGhost ? 0.5 : 1, isGhost ? [] : dashesOf(number));
  for (const step of stepsDrawn(mean.count, mean.means.length, columns))
    context.lineTo(x(step), y(mean.means[step]!));
  context.stroke();
}

/** What was measured at single steps, joined by straight lines. */
export function drawMeasured(
  context: Context,
  points: readonly (readonly [step: number, value: number])[],
  { colour, number }: DrawnRun,
  { x, y, isGhost }: { x: Scale; y: Scale; isGhost: boolean },
): void {
  begin(context, colour, isGhost ? 1 : 1.9, isGhost ? 0.5 : 1, isGhost ? [] : dashesOf(number));
  for (const [step, value] of points) context.lineTo(x(step), y(value));
  context.stroke();
}

function begin(context: Context, colour: string, width: number, alpha: number, dashes: number[]): void {
  context.beginPath();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.globalAlpha = alpha;
  context.lineJoin = "round";
  context.setLineDash(dashes);
}

const dashesOf = (number: number): number[] => dashOf(number)?.split(" ").map(Number) ?? [];
