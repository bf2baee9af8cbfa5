import type { Plot } from "../charts/layout";
import { heightOf } from "../charts/scales";
import type { Curves } from "./curves";
import { drawMean, drawMeasured, drawRaw, type DrawnRun } from "./draw-curves";
import type { Axes } from "./network-axes";
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
  runs: readonly DrawnRun[],
  curves: Curves | undefined,
  hasFuture: boolean,
  x: (step: number) => number,
): void {
  const lossY = heightOf(axes.loss, { ...lossPlot, top: 0 });
  const accuracyY = heightOf(axes.accuracy, { ...accuracyPlot, top: 0 });
  for (const [canvas, isGhost] of [
    [lossPast, false],
    [lossFuture, true],
  ] as const) {
    // prettier-ignore
    const context = prepare(canvas, lossPlot);
    if (!context || !curves || (isGhost && !hasFuture)) continue;
    const { columns } = curves;
    for (const run of runs) drawRaw(context, curves.runs[run.index]!, run, { y: lossY, runs: runs.length });
    for (const run of runs)
      drawMean(context, curves.runs[run.index]!, run, { x, y: lossY, columns, isGhost });
  }
  for (const [canvas, isGhost] of [
    [accuracyPast, false],
    [accuracyFuture, true],
  ] as const) {
    // prettier-ignore
    const context = prepare(canvas, accuracyPlot);
    if (!context || !curves || (isGhost && !hasFuture)) continue;
    for (const run of runs) {
      // What a diverged network answers is not worth a line.
      const last = curves.recording.lastStep(run.index);
      const points = curves.recording.checkpoints.flatMap(({ step, test }) =>
        step <= last ? [[step, test[run.index]!] as const] : [],
      );
      drawMeasured(context, points, run, { x, y: accuracyY, isGhost });
    }
  }
}
