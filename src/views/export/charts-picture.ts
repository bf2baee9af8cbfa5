import { ticks } from "d3";
import { isSurfaceSpec, objectiveOf } from "../../experiment/spec";
import { isShown, type State } from "../../store/store";
import { chartsWords } from "../../words/en/charts";
import { exportWords } from "../../words/en/export";
import { stageWords } from "../../words/en/stage";
import { said } from "../../words/speak";
import type { Plot } from "../charts/layout";
import { layout } from "../charts/layout";
import { lineEnds } from "../charts/line-ends";
import type { LinePath } from "../charts/line-path";
import { drawnLine, type DrawnLine } from "../charts/drawn-line";
import { quantitiesOf, recordedLines } from "../charts/lines";
import { panelOf, shownLines, type Panel } from "../charts/panel";
import { heightOf } from "../charts/scales";
import { valueAt } from "../charts/series";
import { smoothings } from "../charts/smoothing";
import { scaleOf, shownSpan, type Span } from "../charts/span";
import { titleOf } from "../charts/title-of";
import { divergedText } from "../contour-map/diverged-text";
import { formatCount, formatNumber, formatTick } from "../number-format/number-format";
import type { Inks } from "./inks";
import { rule, write } from "./lettering";
import { networkPicture } from "./network-picture";
import { footHeight, headHeight, legendHeight, margin, pageWidth, paintFoot, paintHeading } from "./page";
import { paintMark } from "./paint-axis";
import { paintLegend } from "./paint-legend";
import { paintBase, paintPlot } from "./paint-plot";
import type { Picture, Sheet } from "./sheet";
import { placeOf, runsInWords } from "./words-of-run";

const figureHeight = 560;
/** Kept free for the names at the lines' ends. */
const labelRoom = 112;

/** The charts of an experiment over its steps, all in one picture. */
export function chartsPicture(state: State, inks: Inks): Picture {
  return isSurfaceSpec(state.spec) ? surfaceCharts(state, inks) : networkPicture(state, inks);
}

/** A panel with all that does not depend on the cursor. */
type Drawn = {
  readonly panel: Panel;
  readonly plot: Plot;
  readonly lines: readonly DrawnLine[];
};

function surfaceCharts(state: State, inks: Inks): Picture {
  const { recording, recordedSpec: spec, view } = state;
  const runs = runsInWords(spec).filter(({ number }) => isShown(state, number));
  const span = shownSpan(view.span, recording.steps);
  const shown = quantitiesOf(spec);
  const plots = layout(pageWidth, figureHeight, shown.length, labelRoom);
  const look = {
    isShown: (number: number) => isShown(state, number),
    logarithmic: view.logarithmic,
    smoothing: smoothings.find((smoothing) => smoothing === view.smoothing) ?? 1,
  };
  const drawn = shown.map((quantity, i): Drawn => {
    const panel = panelOf(shownLines(recordedLines(quantity, recording, spec), look), span);
    const plot = plots[i]!;
    return {
      panel,
      plot,
      lines: panel.lines.map((line) => drawnLine(line, { axis: panel.axis, plot, span })),
    };
  });
  const top = headHeight + legendHeight * runs.length + 16;
  const from = isSurfaceSpec(spec) ? exportWords().from(placeOf(spec.start)) : "";
  const objective = said(objectiveOf(spec).name);
  return {
    width: pageWidth + 2 * margin,
    height: top + figureHeight + footHeight + 8,
    label: exportWords().chartsOf(objective, runs.map(({ label }) => label).join(stageWords().comma)),
    paint(sheet, step) {
      paintHeading(sheet, inks, objective, from, step, recording.steps);
      runs.forEach((run, i) => {
        const index = spec.runs.findIndex(({ number }) => number === run.number);
        const diverged = recording.diverged(index);
        const outcome =
          diverged && step >= diverged.step
            ? { text: divergedText(diverged), isError: true }
            : { text: `f = ${formatNumber(recording.lossAt(index, Math.floor(step)))}`, isError: false };
        sheet.at(margin, headHeight - 6 + legendHeight * (i + 1), () =>
          paintLegend(sheet, inks, run, outcome, pageWidth),
        );
      });
      sheet.at(margin, top, () => {
        for (const each of drawn) paintPanel(sheet, inks, each, span, step);
        for (const { plot } of drawn) if (plot.isLast) paintSteps(sheet, inks, plot, span, step);
      });
      paintFoot(sheet, inks, state, top + figureHeight + 8);
    },
  };
}

/** One quantity: a ghost after the cursor, solid before it, what is recorded faint behind a smoothed line. */
function paintPanel(sheet: Sheet, inks: Inks, drawn: Drawn, span: Span, step: number): void {
  const { panel, plot } = drawn;
  const lines = drawn.lines.map(({ line }) => line);
  const paths = drawn.lines.map(({ path }) => path);
  const { left, top, width, height } = plot;
  const { quantity, minimum, axis } = panel;
  paintPlot(sheet, inks, plot, titleOf(quantity, minimum), axis, formatTick);
  const y = heightOf(axis, plot);
  const at = Math.max(left - 4, Math.min(scaleOf(span, plot).x(step), left + width + 4));
  const box = { left: left - 4, top: top - 5, width: width + 8, height: height + 9 };
  const { context } = sheet;
  const draw = (
    kind: string,
    all: readonly (LinePath | undefined)[],
    stroke: number,
    opacity: number,
    isDashed: boolean,
  ) =>
    all.forEach((path, i) => {
      const line = lines[i]!;
      if (!path?.d) return;
      sheet.group({ class: kind, "data-run": line.run }, () => {
        const shape = sheet.shape(path.d);
        context.lineJoin = "round";
        context.setLineDash(isDashed && !path.isBand ? (line.dash?.split(" ").map(Number) ?? []) : []);
        context.strokeStyle = context.fillStyle = inks.line(line.run);
        context.lineWidth = path.isBand ? 0.75 : stroke;
        context.globalAlpha = path.isBand ? 0.4 * opacity : opacity;
        if (path.isBand) context.fill(shape);
        context.stroke(shape);
      });
    });
  sheet.clipped(box, () =>
    draw(
      "raw",
      drawn.lines.map(({ rawPath }) => rawPath),
      1,
      Math.min(0.35, 1 / lines.length),
      false,
    ),
  );
  if (at < left + width)
    sheet.clipped({ ...box, left: at, width: left + width + 4 - at }, () =>
      draw("ghost", paths, 1, 0.5, false),
    );
  sheet.clipped({ ...box, width: Math.max(0, at - box.left) }, () => draw("line", paths, 1.8, 1, true));
  if (step >= span[0] && step <= span[1]) {
    rule(sheet, `M${at.toFixed(1)},${top - 5}V${top + height + 8}`, inks.ink3, 0.75);
    for (const line of lines) {
      const value = valueAt(line, step);
      if (Number.isNaN(value) || step >= line.first + line.values.length || y(value) < top - 5) continue;
      paintMark(sheet, inks, line.run, [at, y(value)], 3.6);
    }
  }
  if (!plot.isFirst && quantity !== "rate") return;
  for (const { run, label, end, height: stands, hasLeader } of lineEnds(
    lines,
    plot,
    span[1],
    y,
    quantity !== "rate",
  )) {
    const right = left + width;
    if (hasLeader)
      rule(sheet, `M${right + 1},${end.toFixed(1)}L${right + 7},${stands.toFixed(1)}`, inks.line(run), 0.75);
    write(sheet, inks, label, [right + 9, stands + 4], {
      ...{ size: 12, weight: quantity === "rate" ? 400 : 600, colour: inks.text(run) },
    });
  }
}

function paintSteps(sheet: Sheet, inks: Inks, plot: Plot, span: Span, step: number): void {
  const { x } = scaleOf(span, plot);
  const [from, to] = span;
  const marked = ticks(from, Math.max(from + 1, to), Math.max(2, Math.floor(plot.width / 52)));
  const written = marked.filter(Number.isInteger).map((each) => ({ x: x(each), text: formatCount(each) }));
  paintBase(sheet, inks, plot, chartsWords().step, written, x(Math.max(from, Math.min(step, to))));
}
