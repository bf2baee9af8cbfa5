import { useRef } from "react";
import { drawnRuns } from "./drawn-runs";
import { formatNumber } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import { columnsOf, decimalsOf } from "./read-out-place";
import type { Viewport } from "./viewport";
import { writeText } from "../../ui/write";

type Props = { readonly viewport: Viewport; readonly baseLine: number; readonly run: number };

/** Where one run is, in numbers, in a corner of its map: columns that do not move when a number grows. */
export function ReadOut({ viewport, baseLine, run }: Props) {
  const all = useRef<SVGGElement>(null);
  const x = useRef<SVGTSpanElement>(null);
  const y = useRef<SVGTSpanElement>(null);
  const f = useRef<SVGTSpanElement>(null);
  const { width } = viewport;
  const decimals = decimalsOf(viewport);
  const columns = columnsOf(viewport);

  useFrame((state) => {
    const drawn = drawnRuns(state, [run], viewport)[0];
    if (!all.current) return;
    all.current.style.display = drawn && !drawn.diverged ? "" : "none";
    if (!drawn) return;
    const [a, b] = state.recording.positionAt(drawn.index, drawn.step);
    writeText(x.current, coordinate(a, decimals));
    writeText(y.current, coordinate(b, decimals));
    writeText(f.current, formatNumber(state.recording.lossAt(drawn.index, drawn.step)));
  });

  const column = (letter: string, offset: number, value: React.Ref<SVGTSpanElement>) => (
    <text x={width - offset} className="contour-map-label contour-map-label-high contour-map-column">
      <tspan className="contour-map-variable">{letter}</tspan> <tspan ref={value} dx={1.5} />
    </text>
  );
  return (
    <g ref={all} transform={`translate(0 ${baseLine})`}>
      {column("x", columns.x, x)}
      {column("y", columns.y, y)}
      {column("f", columns.f, f)}
    </g>
  );
}

/** A run outside every window has coordinates like losses. */
const coordinate = (value: number, decimals: number) =>
  Math.abs(value) < 1000 ? fixedText(value, decimals) : formatNumber(value);

/** Always the same number of decimals, so that the text does not dance; never "−0.00". */
const fixedText = (value: number, decimals: number) =>
  value
    .toFixed(decimals)
    .replace(/^-(0(?:\.0*)?)$/, "$1")
    .replace("-", "−");
