import { dashOf } from "../run-mark/mark";
import { isStepByStep, stepsDrawn, type Curve, type Curves } from "./curves";

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
const rawOpacities = [0.09, 0.2] as const;
/** The same where each batch has room of its own. */
const fewOpacities = [0.4, 1.2] as const;

/**
 * The losses of single batches, faint behind their mean, or alone: one by one where there is room, else a stroke from
 * least to greatest in each pixel column.
 */
export function drawRaw(
  context: Context,
  { recording, columns, span, runs }: Curves,
  { index, number, colour }: DrawnRun,
  { x, y, stroke }: { x: Scale; y: Scale; stroke: Stroke | number },
): void {
  if (typeof stroke === "number") {
    const [one, all] = isStepByStep(span, columns / 4) ? fewOpacities : rawOpacities;
    begin(context, colour, 0.6, Math.min(one, all / stroke), []);
  } else begin(context, colour, ...penOf[stroke], stroke === "ghost" ? [] : dashesOf(number));
  if (isStepByStep(span, columns)) {
    const losses = recording.frames > 0 ? recording.lossesOf(index) : [];
    for (let step = span[0]; step <= Math.min(span[1], losses.length - 1); step++)
      if (!Number.isNaN(losses[step])) context.lineTo(x(step), y(losses[step]!));
    return context.stroke();
  }
  const { raw } = runs[index]!;
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
  { x, y, span, columns, stroke }: { x: Scale; y: Scale; stroke: Stroke } & Pick<Curves, "span" | "columns">,
): void {
  begin(context, colour, ...penOf[stroke], stroke === "ghost" ? [] : dashesOf(number));
  for (const step of stepsDrawn(mean.count, span, columns)) context.lineTo(x(step), y(mean.means[step]!));
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
