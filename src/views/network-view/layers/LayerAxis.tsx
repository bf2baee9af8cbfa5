import { ticks } from "d3";
import { useRef } from "react";
import type { Plot } from "../../charts/layout";
import { formatTick } from "../../number-format/number-format";
import { useFrame } from "../../playback/use-frame";
import { networkWords } from "../../../words/en/network";

type Props = {
  readonly plot: Plot;
  readonly steps: number;
  readonly perEpoch: number;
  readonly word: boolean;
};

/** The axis beneath a column, in epochs, with the dot in which its crosshair ends. */
export function LayerAxis({ plot: { left, top, width, height }, steps, perEpoch, word }: Props) {
  const dot = useRef<SVGCircleElement>(null);
  const y = top + height + 6;
  const x = (step: number) => left + (Math.min(step, steps) / Math.max(1, steps)) * width;
  const marked = ticks(0, steps / perEpoch, Math.max(1, Math.min(8, Math.floor(width / 52))));

  useFrame(({ playback }) => dot.current?.setAttribute("cx", x(playback.step).toFixed(1)));

  return (
    <g className="network-axis">
      <path
        d={`M${left},${y}h${width}${marked.map((e) => `M${x(e * perEpoch).toFixed(1)},${y}v4`).join("")}`}
      />
      {marked.map((epoch) => (
        <text key={epoch} x={x(epoch * perEpoch)} y={y + 16} textAnchor="middle">
          {formatTick(epoch)}
        </text>
      ))}
      {word && (
        <text x={left - 8} y={y + 16} textAnchor="end">
          {networkWords().epoch}
        </text>
      )}
      <circle ref={dot} cy={y} r={3.5} />
    </g>
  );
}
