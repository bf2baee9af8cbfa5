import { ticks } from "d3";
import { stepsPerEpoch } from "../../experiment/budget";
import { isSurfaceSpec, objectiveOf } from "../../experiment/spec";
import { resolveNetwork } from "../../networks/index";
import { layersOf } from "../../networks/layers";
import { isShown, type State } from "../../store/store";
import { exportWords } from "../../words/en/export";
import { networkWords } from "../../words/en/network";
import { stageWords } from "../../words/en/stage";
import { said } from "../../words/speak";
import { layout, type Plot } from "../charts/layout";
import { heightOf } from "../charts/scales";
import { scaleOf, shownSpan } from "../charts/span";
import { createCurves } from "../network-view/curves";
import { drawAccuracies, drawLosses, type Drawing } from "../network-view/draw-network";
import { axesOf, type Shown } from "../network-view/network-axes";
import { namedRuns } from "../network-view/network-data";
import { structureInWords } from "../network-view/structure";
import { accuracyReading, lossReading } from "../network-view/readings";
import { formatPercent, formatTick } from "../number-format/number-format";
import type { Inks } from "./inks";
import { rule } from "./lettering";
import { footHeight, headHeight, legendHeight, margin, pageWidth, paintFoot, paintHeading } from "./page";
import { paintMark } from "./paint-axis";
import { paintLegend } from "./paint-legend";
import { paintBase, paintPlot } from "./paint-plot";
import type { Picture, Sheet } from "./sheet";
import { runsInWords } from "./words-of-run";

const figureHeight = 560;
const shown: Shown = { loss: "train", accuracy: "test" };

/** Loss and accuracy of a network over the epochs shown, as far as they are recorded when it is made: the training loss, and the accuracy on the test images. */
export function networkPicture(state: State, inks: Inks): Picture {
  const { recording, recordedSpec: spec, view } = state;
  if (isSurfaceSpec(spec)) throw new Error("not a network");
  const words = runsInWords(spec);
  const runs = namedRuns(spec, (number) => isShown(state, number));
  const coloured = runs.map((run) => ({ ...run, colour: inks.line(run.number) }));
  const [lossPlot, accuracyPlot] = layout(pageWidth, figureHeight, 2, 12, 1) as [Plot, Plot];
  const span = shownSpan(view.span, recording.steps);
  const [from, to] = span;
  const curves = createCurves(recording, {
    columns: Math.round(lossPlot.width),
    span,
    smoothing: view.smoothing,
  });
  curves.extend();
  const newest = recording.frames - 1;
  const axes = axesOf(curves, runs, shown, view.logarithmic);
  const { x } = scaleOf(span, { left: 0, width: lossPlot.width });
  const perEpoch = stepsPerEpoch(spec);
  const marked = ticks(from / perEpoch, to / perEpoch, 10).map((epoch) => ({
    x: lossPlot.left + x(epoch * perEpoch),
    text: formatTick(epoch),
  }));
  const structure = structureInWords(
    resolveNetwork(spec.network),
    layersOf(resolveNetwork(spec.network), spec.hidden),
  );
  const objective = said(objectiveOf(spec).name);
  const top = headHeight + legendHeight * runs.length + 16;
  const charts = [
    {
      plot: lossPlot,
      axis: axes.loss,
      draw: drawLosses,
      title: networkWords().loss.train,
      format: formatTick,
    },
    {
      ...{
        plot: accuracyPlot,
        axis: axes.accuracy,
        draw: drawAccuracies,
        title: networkWords().accuracy.test,
      },
      format: (share: number) => formatPercent(share, 0),
    },
  ];
  return {
    width: pageWidth + 2 * margin,
    height: top + figureHeight + footHeight + 8,
    label: exportWords().chartsOf(objective, runs.map(({ label }) => label).join(stageWords().comma)),
    paint(sheet, step) {
      const at = Math.min(step, newest);
      // Where the cursor is not in sight, what stands at the nearer edge is told.
      const seen = Math.max(from, Math.min(at, to));
      paintHeading(sheet, inks, objective, structure, at, recording.steps);
      runs.forEach((run, i) => {
        const loss = lossReading(curves, run, seen, () => 0);
        const accuracy = accuracyReading(recording, run, seen, () => 0);
        const told = [
          loss && (loss.isError ? loss.text : exportWords().loss(loss.text)),
          accuracy && exportWords().accuracy(accuracy.text),
        ]
          .filter(Boolean)
          .join(" · ");
        const outcome = told ? { text: told, isError: loss?.isError === true } : undefined;
        sheet.at(margin, headHeight - 6 + legendHeight * (i + 1), () =>
          paintLegend(sheet, inks, words[run.index]!, outcome, pageWidth),
        );
      });
      sheet.at(margin, top, () => {
        for (const { plot, axis, title, format, draw } of charts) {
          paintPlot(sheet, inks, plot, `${title.title}: ${title.note}`, axis, format);
          const y = heightOf(axis, { ...plot, top: 0 });
          paintLines(sheet, plot, x(seen), at < newest, (isGhost) =>
            draw({ context: sheet.context, curves, runs: coloured, shown, isGhost, x, y }),
          );
          if (seen === at)
            rule(sheet, `M${plot.left + x(at)},${plot.top - 5}v${plot.height + 13}`, inks.ink3, 0.75);
          const read = draw === drawLosses ? lossReading : undefined;
          for (const run of runs) {
            const reading = read ? read(curves, run, seen, y) : accuracyReading(recording, run, seen, y);
            if (reading && !reading.isError && reading.step >= from && reading.y >= 0)
              paintMark(sheet, inks, run.number, [plot.left + x(reading.step), plot.top + reading.y], 4);
          }
        }
        paintBase(sheet, inks, accuracyPlot, networkWords().epoch, marked, accuracyPlot.left + x(seen));
      });
      paintFoot(sheet, inks, state, top + figureHeight + 8);
    },
  };
}

/** Lines up to the cursor, and their ghosts after it. */
function paintLines(
  sheet: Sheet,
  { left, top, width, height }: Plot,
  cursor: number,
  hasFuture: boolean,
  draw: (isGhost: Drawing["isGhost"]) => void,
): void {
  sheet.at(left, top, () => {
    const box = { left: -4, top: -6, width: cursor + 4, height: height + 10 };
    sheet.clipped(box, () => draw(false));
    if (hasFuture) sheet.clipped({ ...box, left: cursor, width: width + 4 - cursor }, () => draw(true));
  });
}
