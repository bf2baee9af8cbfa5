import { useRef } from "react";
import { ticks } from "d3";
import { formatCount } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import type { Plot } from "./layout";
import { scaleOf, type Span } from "./span";
import { chartsWords } from "../../words/en/charts";
import { writeAttribute, writeText } from "../../ui/write";

/** Room a numeral of the axis needs beside the cursor's own, in pixels. */
const numeralRoom = 22;

/** The step axis beneath a column of panels, with the dot in which the crosshair ends. */
export function StepAxis({ plot, steps, span }: { plot: Plot; steps: number; span: Span }) {
  const dot = useRef<SVGGElement>(null);
  const numeral = useRef<SVGTextElement>(null);
  const labels = useRef<SVGGElement>(null);
  const { left, width } = plot;
  const [from, to] = span;
  const y = plot.top + plot.height + 8;
  const { x } = scaleOf(span, plot);
  const marked = ticks(from, Math.max(from + 1, to), Math.max(2, Math.floor(width / 52))).filter(
    Number.isInteger,
  );

  useFrame(({ playback }) => {
    const labelled = labels.current?.children;
    if (!dot.current || !numeral.current || !labelled) return;
    const step = Math.min(playback.step, steps);
    const isInside = step >= from && step <= to;
    const at = x(step);
    writeAttribute(dot.current, "visibility", isInside ? "visible" : "hidden");
    writeAttribute(dot.current, "transform", `translate(${at.toFixed(1)},${y})`);
    writeText(numeral.current, formatCount(playback.step));
    marked.forEach((step, i) => {
      const isCovered = isInside && Math.abs(x(step) - at) < numeralRoom;
      writeAttribute(labelled[i], "visibility", isCovered ? "hidden" : "visible");
    });
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
