import { bisectRight } from "d3";
import { useId, useRef } from "react";
import { ChartGrid } from "../../charts/ChartGrid";
import type { Axis } from "../../charts/domain";
import type { Plot } from "../../charts/layout";
import { heightOf } from "../../charts/scales";
import { useFrame } from "../../playback/use-frame";
import { dashOf, markerOf } from "../../run-mark/mark";
import type { LayerLine } from "./layer-lines";

type Props = {
  readonly lines: readonly LayerLine[];
  readonly axis: Axis;
  readonly plot: Plot;
  readonly steps: number;
  readonly format: (value: number) => string;
};

/** One quantity of one layer over the steps: solid up to the cursor, a ghost after it, a marker where a run was measured last. */
export function LayerChart({ lines, axis, plot, steps, format }: Props) {
  const id = useId();
  const past = useRef<SVGRectElement>(null);
  const crosshair = useRef<SVGPathElement>(null);
  const markers = useRef<SVGGElement>(null);
  const { left, top, width, height } = plot;
  const x = (step: number) => left + (Math.min(step, steps) / Math.max(1, steps)) * width;
  const y = heightOf(axis, plot);
  const paths = lines.map(({ steps: at, values }) =>
    at.map((step, i) => `${i ? "L" : "M"}${x(step).toFixed(1)},${y(values[i]!).toFixed(1)}`).join(""),
  );

  useFrame(({ playback }) => {
    if (!past.current || !crosshair.current || !markers.current) return;
    const at = x(playback.step);
    past.current.setAttribute("width", Math.max(0, at - left + 3).toFixed(1));
    crosshair.current.setAttribute("d", `M${at.toFixed(1)},${top - 3}V${top + height + 3}`);
    lines.forEach(({ steps: measured, values }, i) => {
      const marker = markers.current!.children[i]!;
      const last = bisectRight(measured, playback.step) - 1;
      marker.setAttribute("visibility", last < 0 ? "hidden" : "visible");
      if (last >= 0)
        marker.setAttribute(
          "transform",
          `translate(${x(measured[last]!).toFixed(1)},${y(values[last]!).toFixed(1)}) scale(3.2)`,
        );
    });
  });

  return (
    <g>
      <clipPath id={id}>
        <rect ref={past} x={left - 3} y={top - 3} height={height + 6} />
      </clipPath>
      <ChartGrid axis={axis} plot={plot} format={format} />
      <path ref={crosshair} className="charts-crosshair" />
      <g className="charts-future">
        {lines.map(({ run }, i) => (
          <path key={run.number} data-run={run.number} d={paths[i]} />
        ))}
      </g>
      <g className="charts-past" clipPath={`url(#${id})`}>
        {lines.map(({ run }, i) => (
          <path key={run.number} data-run={run.number} d={paths[i]} strokeDasharray={dashOf(run.number)} />
        ))}
      </g>
      <g ref={markers} className="charts-markers">
        {lines.map(({ run }) => (
          <path key={run.number} data-run={run.number} d={markerOf(run.number)} />
        ))}
      </g>
    </g>
  );
}
