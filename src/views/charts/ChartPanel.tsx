import { useMemo, useRef } from "react";
import { formatTick } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import { markerOf } from "../run-mark/mark";
import { ChartGrid } from "./ChartGrid";
import { Divergences } from "./Divergences";
import { drawnLine } from "./drawn-line";
import type { Plot } from "./layout";
import { LineEnds } from "./LineEnds";
import type { Panel } from "./panel";
import { LinePaths } from "./LinePaths";
import { heightOf } from "./scales";
import { valueAt } from "./series";
import { pagesOf, scaleOf, type Span } from "./span";
import { writeAttribute } from "../../ui/write";

type Props = { panel: Panel; plot: Plot; steps: number; span: Span; names: boolean };

/** How faint what is recorded stands behind so many smoothed lines: eight together would hide them. */
const faint = (lines: number) => ({
  strokeOpacity: Math.min(0.35, 1 / lines),
  fillOpacity: Math.min(0.16, 0.5 / lines),
});

/** Pixels by which the line of the first or the last step may be thicker than its plot. */
const slack = 4;

/**
 * One quantity of all runs over the steps: solid up to the cursor, a ghost after it, what is recorded faint behind a
 * smoothed line. All are drawn beyond what is seen and cut by a rectangle each, so that a moving cursor touches two
 * edges, a hairline and the markers, and a pan moves what is drawn.
 */
export function ChartPanel({ panel, plot, steps, span, names }: Props) {
  const past = useRef<SVGSVGElement>(null);
  const future = useRef<SVGSVGElement>(null);
  const futureLines = useRef<SVGGElement>(null);
  const crosshair = useRef<SVGPathElement>(null);
  const markers = useRef<SVGGElement>(null);
  const { left, top, width, height } = plot;

  const [from, to] = [left - (span[0] > 0 ? 0 : slack), left + width + (span[1] < steps ? 0 : slack)];

  const { lines, paths, rawPaths, x, y, panned } = useMemo(() => {
    const { first, both } = pagesOf(span);
    const place = { axis: panel.axis, plot, span: first, drawn: both };
    const drawn = panel.lines.map((line) => drawnLine(line, place));
    const { x } = scaleOf(span, plot);
    return {
      ...{ x, y: heightOf(panel.axis, plot), panned: x(first[0]) - plot.left },
      lines: drawn.map(({ line }) => line),
      paths: drawn.map(({ path }) => path),
      rawPaths: drawn.map(({ rawPath }) => rawPath),
    };
  }, [panel, plot, span]);

  useFrame(({ playback }) => {
    const marked = markers.current?.children;
    if (!past.current || !future.current || !futureLines.current || !crosshair.current || !marked) return;
    const step = Math.min(playback.step, steps);
    const isInside = step >= span[0] && step <= span[1];
    const at = Math.max(from, Math.min(x(step), to));
    writeAttribute(past.current, "width", (at - from).toFixed(1));
    writeAttribute(future.current, "x", at.toFixed(1));
    writeAttribute(future.current, "width", (to - at).toFixed(1));
    writeAttribute(
      futureLines.current,
      "transform",
      `translate(${panned - Number(at.toFixed(1))} ${5 - top})`,
    );
    writeAttribute(crosshair.current, "visibility", isInside ? "visible" : "hidden");
    writeAttribute(crosshair.current, "d", `M${at.toFixed(1)},${top - 5}V${top + height + 8}`);
    lines.forEach((line, i) => {
      const marker = marked[i];
      const value = valueAt(line, playback.step);
      const isThere = !Number.isNaN(value) && isInside && playback.step < line.first + line.values.length;
      writeAttribute(marker, "visibility", isThere && y(value) >= top - 5 ? "visible" : "hidden");
      if (isThere)
        writeAttribute(marker, "transform", `translate(${at.toFixed(1)},${y(value).toFixed(1)}) scale(3.6)`);
    });
  });

  const cut = { className: "charts-cut", y: top - 5, height: height + 9 };
  const cutLines = `translate(${panned - from} ${5 - top})`;
  return (
    <g className="charts-panel">
      <ChartGrid axis={panel.axis} plot={plot} format={formatTick} />
      <path ref={crosshair} className="charts-crosshair" />
      <svg {...cut} x={from} width={to - from}>
        <g className="charts-raw" {...faint(lines.length)} transform={cutLines}>
          <LinePaths lines={lines} paths={rawPaths} />
        </g>
      </svg>
      <svg {...cut} ref={future}>
        <g ref={futureLines} className="charts-future">
          <LinePaths lines={lines} paths={paths} />
        </g>
      </svg>
      <svg {...cut} ref={past} x={from}>
        <g className="charts-past" transform={cutLines}>
          <LinePaths lines={lines} paths={paths} isDashed />
        </g>
      </svg>
      <g ref={markers} className="charts-markers">
        {lines.map(({ run }, i) => (
          <path key={i} data-run={run} d={markerOf(run)} />
        ))}
      </g>
      {panel.quantity === "loss" && <Divergences lines={lines} plot={plot} span={span} x={x} />}
      {names && (
        <LineEnds lines={lines} plot={plot} last={span[1]} y={y} isBold={panel.quantity !== "rate"} />
      )}
    </g>
  );
}
