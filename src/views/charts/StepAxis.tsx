import { useRef } from "react";
import { ticks } from "d3";
import { formatCount } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import type { Plot } from "./layout";
import { chartsWords } from "../../words/en/charts";

/** Room a numeral of the axis needs beside the cursor's own, in pixels. */
const numeralRoom = 22;

/** The step axis beneath a column of panels, with the dot in which the crosshair ends. */
export function StepAxis({ plot, steps }: { plot: Plot; steps: number }) {
  const dot = useRef<SVGGElement>(null);
  const numeral = useRef<SVGTextElement>(null);
  const labels = useRef<SVGGElement>(null);
  const { left, width } = plot;
  const y = plot.top + plot.height + 8;
  const x = (step: number) => left + (steps > 0 ? (step / steps) * width : 0);
  const marked = ticks(0, Math.max(1, steps), Math.max(2, Math.floor(width / 52))).filter(Number.isInteger);

  useFrame(({ playback }) => {
    const labelled = labels.current?.children;
    if (!dot.current || !numeral.current || !labelled) return;
    const at = x(Math.min(playback.step, steps));
    dot.current.setAttribute("transform", `translate(${at.toFixed(1)},${y})`);
    numeral.current.textContent = formatCount(playback.step);
    marked.forEach((step, i) =>
      labelled[i]?.setAttribute("visibility", Math.abs(x(step) - at) < numeralRoom ? "hidden" : "visible"),
    );
  });

  return (
    <g className="charts-axis">
      <path
        d={`M${left},${y}H${left + width}${marked.map((step) => `M${x(step).toFixed(1)},${y}v4`).join("")}`}
      />
      <text x={left - 14} y={y + 17} textAnchor="end">
        {chartsWords().step}
      </text>
      <g ref={labels}>
        {marked.map((step) => (
          <text key={step} x={x(step)} y={y + 17} textAnchor="middle">
            {formatCount(step)}
          </text>
        ))}
      </g>
      <g ref={dot} className="charts-cursor">
        <circle r={4} />
        <text ref={numeral} y={18} textAnchor="middle" />
      </g>
    </g>
  );
}
