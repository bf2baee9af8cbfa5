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
import { scaleOf, type Span } from "./span";
import { writeAttribute } from "../../ui/write";

type Props = { panel: Panel; plot: Plot; steps: number; span: Span; names: boolean };

/** How faint what is recorded stands behind so many smoothed lines: eight together would hide them. */
const faint = (lines: number) => ({
  strokeOpacity: Math.min(0.35, 1 / lines),
  fillOpacity: Math.min(0.16, 0.5 / lines),
});

/**
 * One quantity of all runs over the steps: solid up to the cursor, a ghost after it, what is recorded faint behind a
 * smoothed line. All are drawn whole and cut by a rectangle each, so that a moving cursor touches two edges, a
 * hairline and the markers.
 */
export function ChartPanel({ panel, plot, steps, span, names }: Props) {
  const past = useRef<SVGSVGElement>(null);
  const future = useRef<SVGSVGElement>(null);
  const futureLines = useRef<SVGGElement>(null);
  const crosshair = useRef<SVGPathElement>(null);
  const markers = useRef<SVGGElement>(null);
  const { left, top, width, height } = plot;

  const { lines, paths, rawPaths, x, y } = useMemo(() => {
    const drawn = panel.lines.map((line) => drawnLine(line, { axis: panel.axis, plot, span }));
    return {
      ...{ x: scaleOf(span, plot).x, y: heightOf(panel.axis, plot) },
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
    const at = Math.max(left - 4, Math.min(x(step), left + width + 4));
    writeAttribute(past.current, "width", Math.max(0, at - left + 4).toFixed(1));
    writeAttribute(future.current, "x", at.toFixed(1));
    writeAttribute(future.current, "width", Math.max(0, left + width + 4 - at).toFixed(1));
    writeAttribute(futureLines.current, "transform", `translate(${-Number(at.toFixed(1))} ${5 - top})`);
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

  return (
    <g className="charts-panel">
      <ChartGrid axis={panel.axis} plot={plot} format={formatTick} />
      <path ref={crosshair} className="charts-crosshair" />
      <g className="charts-raw" {...faint(lines.length)}>
        <LinePaths lines={lines} paths={rawPaths} />
      </g>
      <svg ref={future} className="charts-cut" y={top - 5} height={height + 9}>
        <g ref={futureLines} className="charts-future">
          <LinePaths lines={lines} paths={paths} />
        </g>
      </svg>
      <svg ref={past} className="charts-cut" x={left - 4} y={top - 5} height={height + 9}>
        <g className="charts-past" transform={`translate(${4 - left} ${5 - top})`}>
          <LinePaths lines={lines} paths={paths} isDashed />
        </g>
      </svg>
      <g ref={markers} className="charts-markers">
        {lines.map(({ run, label }) => (
          <path key={label} data-run={run} d={markerOf(run)} />
        ))}
      </g>
      {panel.quantity === "loss" && <Divergences lines={lines} plot={plot} span={span} x={x} />}
      {names && (
        <LineEnds lines={lines} plot={plot} last={span[1]} y={y} isBold={panel.quantity !== "rate"} />
      )}
    </g>
  );
}
