import { useId, useMemo, useRef } from "react";
import { formatTick } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import { markerOf } from "../run-mark/mark";
import { ChartGrid } from "./ChartGrid";
import { Divergences } from "./Divergences";
import type { Plot } from "./layout";
import { LineEnds } from "./LineEnds";
import type { Panel } from "./panel";
import { polyline } from "./polyline";
import { heightOf, untilItLeaves } from "./scales";
import { valueAt } from "./series";

type Props = { panel: Panel; plot: Plot; steps: number; names: boolean };

/**
 * One quantity of all runs over the steps: solid up to the cursor, a ghost after it. Both are drawn whole and cut by
 * a rectangle each, so that a moving cursor touches two edges, a hairline and the markers.
 */
export function ChartPanel({ panel, plot, steps, names }: Props) {
  const id = useId();
  const past = useRef<SVGRectElement>(null);
  const future = useRef<SVGRectElement>(null);
  const crosshair = useRef<SVGPathElement>(null);
  const markers = useRef<SVGGElement>(null);
  const { left, top, width, height } = plot;

  const { lines, paths, x, y } = useMemo(() => {
    const x = (step: number) => plot.left + (steps > 0 ? (step / steps) * plot.width : 0);
    const y = heightOf(panel.axis, plot);
    const lines = panel.lines.map((line) => untilItLeaves(line, panel.axis));
    return { lines, paths: lines.map((line) => polyline(line, x, y)), x, y };
  }, [panel, plot, steps]);

  useFrame(({ playback }) => {
    const marked = markers.current?.children;
    if (!past.current || !future.current || !crosshair.current || !marked) return;
    const at = x(Math.min(playback.step, steps));
    past.current.setAttribute("width", Math.max(0, at - left + 4).toFixed(1));
    future.current.setAttribute("x", at.toFixed(1));
    future.current.setAttribute("width", Math.max(0, left + width + 4 - at).toFixed(1));
    crosshair.current.setAttribute("d", `M${at.toFixed(1)},${top - 5}V${top + height + 8}`);
    lines.forEach((line, i) => {
      const marker = marked[i];
      const value = valueAt(line, playback.step);
      const isThere = !Number.isNaN(value) && playback.step < line.first + line.values.length;
      marker?.setAttribute("visibility", isThere && y(value) >= top - 5 ? "visible" : "hidden");
      if (isThere)
        marker?.setAttribute("transform", `translate(${at.toFixed(1)},${y(value).toFixed(1)}) scale(3.6)`);
    });
  });

  return (
    <g className="charts-panel">
      <clipPath id={`${id}past`}>
        <rect ref={past} x={left - 4} y={top - 5} height={height + 9} />
      </clipPath>
      <clipPath id={`${id}future`}>
        <rect ref={future} y={top - 5} height={height + 9} />
      </clipPath>
      <ChartGrid axis={panel.axis} plot={plot} format={formatTick} />
      <path ref={crosshair} className="charts-crosshair" />
      <g className="charts-future" clipPath={`url(#${id}future)`}>
        {lines.map(({ run, label }, i) => (
          <path key={label} data-run={run} d={paths[i]} />
        ))}
      </g>
      <g className="charts-past" clipPath={`url(#${id}past)`}>
        {lines.map(({ run, label, dash }, i) => (
          <path key={label} data-run={run} d={paths[i]} strokeDasharray={dash} />
        ))}
      </g>
      <g ref={markers} className="charts-markers">
        {lines.map(({ run, label }) => (
          <path key={label} data-run={run} d={markerOf(run)} />
        ))}
      </g>
      {panel.quantity === "loss" && <Divergences lines={lines} plot={plot} x={x} />}
      {names && <LineEnds lines={lines} plot={plot} y={y} isBold={panel.quantity !== "rate"} />}
    </g>
  );
}
