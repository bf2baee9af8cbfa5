import { useRef } from "react";
import { ticks } from "d3";
import type { Plot } from "../charts/layout";
import { scaleOf, type Span } from "../charts/span";
import { formatTick } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import { networkWords } from "../../words/en/network";

/** Room the words after the recorded part need, in pixels. */
const wordsRoom = 170;

/** The axis of both charts, in epochs: solid as far as is recorded, dotted where it is still to be computed. */
export function EpochAxis({ plot, span, perEpoch }: { plot: Plot; span: Span; perEpoch: number }) {
  const solid = useRef<SVGPathElement>(null);
  const dot = useRef<SVGCircleElement>(null);
  const words = useRef<SVGTextElement>(null);
  const { left, width } = plot;
  const y = plot.top + plot.height + 10;
  const [from, to] = span;
  const scale = scaleOf(span, plot);
  const x = (step: number) => Math.max(left, Math.min(scale.x(step), left + width));

  useFrame(({ playback, recorded }) => {
    if (!solid.current || !dot.current || !words.current) return;
    const newest = x(Math.max(0, recorded - 1));
    solid.current.setAttribute("d", `M${left},${y}H${newest.toFixed(1)}`);
    dot.current.setAttribute("cx", x(playback.step).toFixed(1));
    const isInside = playback.step >= from && playback.step <= to;
    dot.current.setAttribute("visibility", isInside ? "visible" : "hidden");
    words.current.setAttribute("x", (newest + 40).toFixed(1));
    words.current.setAttribute("visibility", left + width - newest > wordsRoom ? "visible" : "hidden");
  });

  const marked = ticks(from / perEpoch, to / perEpoch, Math.max(2, Math.min(10, Math.floor(width / 48))));
  return (
    <g className="network-axis">
      <path className="network-axis-dotted" d={`M${left},${y}h${width}`} />
      <path ref={solid} />
      <path d={marked.map((epoch) => `M${x(epoch * perEpoch).toFixed(1)},${y + 4}v4`).join("")} />
      {marked.map((epoch) => (
        <text key={epoch} x={x(epoch * perEpoch)} y={y + 20} textAnchor="middle">
          {formatTick(epoch)}
        </text>
      ))}
      <text x={left - 12} y={y + 20} textAnchor="end">
        {networkWords().epoch}
      </text>
      <text ref={words} y={y - 7}>
        {networkWords().toCome}
      </text>
      <circle ref={dot} cy={y} r={4} />
    </g>
  );
}
