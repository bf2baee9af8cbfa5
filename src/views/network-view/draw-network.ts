import type { RecordedCheckpoint } from "../../experiment/snapshots";
import type { Plot } from "../charts/layout";
import { heightOf } from "../charts/scales";
import type { Curves } from "./curves";
import { drawMean, drawMeasured, drawRaw, type Context, type DrawnRun, type Stroke } from "./draw-curves";
import { mainSet, shows, type ImageSet, type ShownSets } from "./image-sets";
import type { Axes, Shown } from "./network-axes";
import { prepare } from "./two-canvases";

/** The canvases of both charts, each one for the past and one for the ghost of what is recorded after the cursor. */
export type Canvases = readonly [
  lossPast: HTMLCanvasElement,
  lossFuture: HTMLCanvasElement,
  accuracyPast: HTMLCanvasElement,
  accuracyFuture: HTMLCanvasElement,
];

/** Draws all lines of both charts; without curves, clears them. A ghost nobody would see is left out. */
export function drawNetwork(
  [lossPast, lossFuture, accuracyPast, accuracyFuture]: Canvases,
  [lossPlot, accuracyPlot]: readonly [Plot, Plot],
  axes: Axes,
  shown: Shown,
  runs: readonly DrawnRun[],
  curves: Curves | undefined,
  hasFuture: boolean,
  x: (step: number) => number,
): void {
  const pairs = [
    { plot: lossPlot, past: lossPast, future: lossFuture, draw: drawLosses, y: heightOf(axes.loss, { ...lossPlot, top: 0 }) }, // prettier-ignore
    { plot: accuracyPlot, past: accuracyPast, future: accuracyFuture, draw: drawAccuracies, y: heightOf(axes.accuracy, { ...accuracyPlot, top: 0 }) }, // prettier-ignore
  ];
  for (const { plot, past, future, draw, y } of pairs)
    for (const [canvas, isGhost] of [
      [past, false],
      [future, true],
    ] as const) {
      // prettier-ignore
      const context = prepare(canvas, plot);
      if (!context || !curves || (isGhost && !hasFuture)) continue;
      context.save();
      within(context, plot);
      draw({ context, curves, runs, shown, isGhost, x, y });
      context.restore();
    }
}

/** Keeps what lies before and after the steps shown out of the picture; above and below a line may leave its plot. */
function within(context: CanvasRenderingContext2D, { width, height }: Plot): void {
  context.beginPath();
  context.rect(-1, -outside, width + 2, height + 2 * outside);
  context.clip();
}

const outside = 12;

/** What lines are drawn on, in the pixels of their plot, and what of. */
export type Drawing = {
  readonly context: Context;
  readonly curves: Curves;
  readonly runs: readonly DrawnRun[];
  readonly shown: Shown;
  readonly isGhost: boolean;
  readonly x: (step: number) => number;
  readonly y: (value: number) => number;
};

/** The lines of the upper chart. */
export function drawLosses({ context, curves, runs, shown: { loss }, isGhost, x, y }: Drawing): void {
  if (shows(loss, "train")) {
    const stroke = strokeOf(loss, "train", isGhost);
    const isRaw = curves.smoothing === 1;
    for (const run of runs) drawRaw(context, curves, run, { x, y, stroke: isRaw ? stroke : runs.length });
    if (!isRaw)
      for (const run of runs) drawMean(context, curves.runs[run.index]!, run, { x, y, ...curves, stroke });
  }
  if (shows(loss, "test"))
    for (const run of runs)
      drawMeasured(context, measured(curves, run, ({ testLoss }) => testLoss), run, { x, y, stroke: strokeOf(loss, "test", isGhost) }); // prettier-ignore
}

/** The lines of the lower chart. */
export function drawAccuracies({ context, curves, runs, shown: { accuracy }, isGhost, x, y }: Drawing): void {
  for (const set of ["train", "test"] as const)
    if (shows(accuracy, set))
      for (const run of runs)
        drawMeasured(context, measured(curves, run, (checkpoint) => checkpoint[set]), run, { x, y, stroke: strokeOf(accuracy, set, isGhost) }); // prettier-ignore
}

/** Where both sets are shown, the one without labels is thin. */
const strokeOf = (shown: ShownSets, set: ImageSet, isGhost: boolean): Stroke =>
  isGhost ? "ghost" : mainSet(shown) === set ? "full" : "thin";

/** What was measured of a run, by step. What a diverged network answers is not worth a line. */
function measured(
  { recording }: Curves,
  { index }: DrawnRun,
  valuesOf: (checkpoint: RecordedCheckpoint) => Float64Array,
): (readonly [step: number, value: number])[] {
  const last = recording.lastStep(index);
  return recording.checkpoints.flatMap((checkpoint) =>
    checkpoint.step <= last ? [[checkpoint.step, valuesOf(checkpoint)[index]!] as const] : [],
  );
}
