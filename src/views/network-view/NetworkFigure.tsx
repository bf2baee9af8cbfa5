import { useMemo, useRef, useState } from "react";
import { isShown } from "../../store/store";
import { Segmented } from "../../ui/Segmented";
import { pixelDensity } from "../../ui/page-scale";
import { useSize } from "../../ui/use-size";
import { ChartGrid } from "../charts/ChartGrid";
import type { Axis } from "../charts/domain";
import { Heading } from "../charts/Heading";
import { layout, type Plot } from "../charts/layout";
import { heightOf } from "../charts/scales";
import { ScaleButton } from "../charts/ScaleButton";
import { scaleOf, type Span } from "../charts/span";
import { useBrush } from "../charts/use-brush";
import { useScrub } from "../charts/use-scrub";
import { formatPercent, formatTick } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import { useLab, useLabState } from "../store-context/store-context";
import { useTheme } from "../theme/use-theme";
import { CursorLabels, labelRoom, placeLabels } from "./CursorLabels";
import { areCurvesOf, createCurves, type Curves } from "./curves";
import { drawNetwork, type Canvases } from "./draw-network";
import { EpochAxis } from "./EpochAxis";
import { mainSet, setChoices } from "./image-sets";
import { axesOf, isSameAxes, type Axes, type Shown } from "./network-axes";
import { isOfSpec, namedRuns } from "./network-data";
import { accuracyReading, chartsInWords, lossReading } from "./readings";
import { tokenOf } from "./token-of";
import { canvasBox, cutAt } from "./two-canvases";
import { networkWords } from "../../words/en/network";
import { Explain } from "../explain/Explain";

type Props = {
  readonly steps: number;
  readonly perEpoch: number;
  readonly span: Span;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
};

/**
 * Loss and accuracy over the epochs, on the training or the test images, with one crosshair. Pressing anywhere moves the
 * cursor there; with Shift, a drag zooms to the steps it covers.
 */
export function NetworkFigure({ steps, perEpoch, span, shown, onShow }: Props) {
  const { actions } = useLab();
  const [box, { width, height } = { width: 0, height: 0 }] = useSize<HTMLDivElement>();
  const theme = useTheme();
  const words = networkWords();
  const spec = useLabState((state) => state.spec);
  const hidden = useLabState((state) => state.hidden);
  const runs = useMemo(() => namedRuns(spec, (number) => isShown({ hidden }, number)), [spec, hidden]);
  const room = labelRoom(width, runs);
  const [lossPlot, accuracyPlot] = useMemo(
    () => layout(width, height - 6, 2, room, 1) as [Plot, Plot],
    [width, height, room],
  );
  const plots = useMemo(() => [lossPlot, accuracyPlot], [lossPlot, accuracyPlot]);
  const mark = useRef<SVGRectElement>(null);
  const scrub = useScrub(plots, steps, span);
  const brush = useBrush(plots, { span, steps }, scrub, mark, (span) => actions.setView({ span }));
  const smoothing = useLabState(({ view }) => view.smoothing);
  const logarithmic = useLabState(({ view }) => view.logarithmic);
  const [axes, setAxes] = useState<Axes>(() => axesOf(undefined, [], shown, logarithmic));

  const canvases = useRef<HTMLDivElement>(null);
  const figure = useRef<SVGSVGElement>(null);
  const crosshair = useRef<SVGPathElement>(null);
  const lossLabels = useRef<SVGGElement>(null);
  const accuracyLabels = useRef<SVGGElement>(null);
  const curves = useRef<Curves>(undefined);
  /** All that decides what the canvases show; they are drawn anew when one of it is another. */
  const drawn = useRef<readonly unknown[]>([]);

  useFrame((state) => {
    const { playback, recording } = state;
    if (!canvases.current || !crosshair.current || !lossLabels.current || !accuracyLabels.current) return;
    const look = { columns: Math.max(1, Math.round(lossPlot.width)), span, smoothing };
    if (!isOfSpec(state)) curves.current = undefined;
    else if (!curves.current || !areCurvesOf(curves.current, recording, look))
      curves.current = createCurves(recording, look);
    const known = curves.current;
    known?.extend();

    const next = axesOf(known, runs, shown, logarithmic);
    // Drawn by the render that follows, on the new axes.
    if (!isSameAxes(next, axes)) return setAxes(next);

    const { x } = scaleOf(span, { left: 0, width: lossPlot.width });
    const isInside = playback.step >= span[0] && playback.step <= span[1];
    // Where the cursor is not in sight, what stands at the nearer edge is told.
    const step = Math.max(span[0], Math.min(playback.step, span[1]));
    const hasFuture = playback.step < recording.frames - 1;
    const all = [...canvases.current.children] as unknown as Canvases;
    const key = [
      known,
      recording.frames,
      hasFuture,
      lossPlot,
      runs,
      axes,
      shown,
      theme,
      span,
      pixelDensity(),
    ];
    if (key.some((value, i) => value !== drawn.current[i])) {
      drawn.current = key;
      const coloured = runs.map((run) => ({ ...run, colour: tokenOf(`--line-${run.number}`) }));
      drawNetwork(all, [lossPlot, accuracyPlot], axes, shown, coloured, known, hasFuture, x);
    }

    const at = Math.round(10 * x(step)) / 10;
    cutAt(all[0], all[1], at, lossPlot);
    cutAt(all[2], all[3], at, accuracyPlot);
    const left = lossPlot.left + at;
    const line = ({ top, height }: Plot, below: number) => `M${left},${top - 5}V${top + height + below}`;
    crosshair.current.setAttribute("visibility", isInside ? "visible" : "hidden");
    crosshair.current.setAttribute("d", line(lossPlot, 6) + line(accuracyPlot, 10));
    const [lossY, accuracyY] = [heightOf(axes.loss, lossPlot), heightOf(axes.accuracy, accuracyPlot)];
    const losses = runs.map((run) => known && lossReading(known, run, step, lossY, mainSet(shown.loss)));
    const accuracies = runs.map(
      (run) => known && accuracyReading(recording, run, step, accuracyY, mainSet(shown.accuracy)),
    );
    const told = chartsInWords(runs, step, losses, accuracies);
    figure.current?.setAttribute("aria-label", told);
    const xOf = (step: number) => lossPlot.left + x(step);
    placeLabels(lossLabels.current, losses, left, xOf, lossPlot, 17);
    placeLabels(accuracyLabels.current, accuracies, left, xOf, accuracyPlot, 16);
  });

  return (
    <div ref={box} className="charts-box network-box">
      {width > 0 && (
        <>
          <div ref={canvases} className="network-canvases" aria-hidden="true">
            {[lossPlot, lossPlot, accuracyPlot, accuracyPlot].map((plot, i) => (
              <canvas key={i} style={canvasBox(plot)} />
            ))}
          </div>
          <svg ref={figure} role="img" className="charts-figure" width={width} height={height} {...brush}>
            <ChartGrid axis={axes.loss} plot={lossPlot} format={formatTick} />
            <ChartGrid axis={axes.accuracy} plot={accuracyPlot} format={percentTick(axes.accuracy)} />
            <EpochAxis plot={accuracyPlot} span={span} perEpoch={perEpoch} />
            <path ref={crosshair} className="charts-crosshair" />
            <g ref={lossLabels} className="network-labels">
              <CursorLabels runs={runs} width={width} />
            </g>
            <g ref={accuracyLabels} className="network-labels">
              <CursorLabels runs={runs} width={width} />
            </g>
            <rect ref={mark} className="charts-brush" width={0} />
          </svg>
          <Heading
            plot={lossPlot}
            title={<Explain of="loss">{words.loss[shown.loss].title}</Explain>}
            note={
              smoothing === 1 && shown.loss !== "test"
                ? words.unsmoothed[shown.loss]
                : words.loss[shown.loss].note
            }
          >
            <ScaleButton />
            <Segmented
              label={words.lossOnWhich}
              value={shown.loss}
              options={setChoices()}
              onChange={(loss) => onShow({ ...shown, loss })}
            />
          </Heading>
          <Heading plot={accuracyPlot} {...words.accuracy[shown.accuracy]}>
            <Segmented
              label={words.accuracyOnWhich}
              value={shown.accuracy}
              options={setChoices()}
              onChange={(accuracy) => onShow({ ...shown, accuracy })}
            />
          </Heading>
        </>
      )}
    </div>
  );
}

/** Percents with a decimal where the axis has lines between whole ones. */
function percentTick({ ticks }: Axis): (share: number) => string {
  const isWhole = ticks.every((tick) => Math.abs(100 * tick - Math.round(100 * tick)) < 1e-6);
  return (share) => formatPercent(share, isWhole ? 0 : 1);
}
