import { useRef } from "react";
import { axisTicks } from "../contour-map/axis-ticks";
import { drawnRuns } from "../contour-map/drawn-runs";
import { useFrame } from "../playback/use-frame";
import { toPixel, type Viewport } from "../contour-map/viewport";
import { markerOf } from "../run-mark/mark";
import { writeAttribute } from "../../ui/write";

type Props = { readonly viewport: Viewport; readonly runs: readonly number[] };

/** The x axis maps share, with the markers of all their runs on it: who is further is seen by looking down. */
export function XAxis({ viewport, runs }: Props) {
  const markers = useRef(new Map<number, SVGGElement>());
  const { width } = viewport;
  const marked = axisTicks(viewport.x, Math.max(4, width / 190));
  const at = (x: number) => toPixel(viewport, [x, 0])[0];
  const [beforeLast, last] = marked.slice(-2).map(({ value }) => at(value));

  useFrame((state) => {
    const drawn = drawnRuns(state, runs, viewport);
    for (const [number, marker] of markers.current) {
      const run = drawn.find((one) => one.number === number);
      const x = run?.trace.pointAt(run.step)[0];
      const isSeen = x !== undefined && x >= 0 && x <= width;
      marker.style.display = isSeen ? "" : "none";
      if (isSeen) writeAttribute(marker, "transform", `translate(${x.toFixed(1)} 0)`);
    }
  });

  return (
    <svg className="stage-axis" width={width} height={28} aria-hidden="true">
      {marked.map(({ value, text }) => {
        const x = at(value);
        const anchor = x < 14 ? "start" : x > width - 14 ? "end" : "middle";
        return (
          <g key={value} data-axis-value={value} transform={`translate(${x} 0)`}>
            <path d="M0,0v4" />
            <text y={20} textAnchor={anchor}>
              {text}
            </text>
          </g>
        );
      })}
      {beforeLast !== undefined && last !== undefined && (
        <text className="stage-axis-name" x={(beforeLast + last) / 2} y={20}>
          x
        </text>
      )}
      {runs.map((number) => (
        <g
          key={number}
          data-run={number}
          ref={(marker) => {
            if (marker) markers.current.set(number, marker);
            return () => void markers.current.delete(number);
          }}
        >
          <path className="stage-axis-stalk" d="M0,-9V0" />
          <path
            className="stage-axis-marker"
            d={markerOf(number)}
            transform="translate(0 2) scale(4.4)"
            strokeWidth={3 / 4.4}
          />
        </g>
      ))}
    </svg>
  );
}
