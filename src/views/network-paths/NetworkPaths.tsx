import { useMemo, useRef, useState } from "react";
import type { NetworkSpec } from "../../experiment/spec";
import { isShown } from "../../store/store";
import { Segmented } from "../../ui/Segmented";
import { useSize } from "../../ui/use-size";
import { spread } from "../charts/spread";
import { namedRuns } from "../network-view/network-data";
import { formatNumber, formatPercent } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import { useLabState } from "../store-context/store-context";
import { useTheme } from "../theme/use-theme";
import { frameOf } from "./frame-of";
import { lossScaleOf, paintPaths } from "./paint-paths";
import { usePaths } from "./use-paths";
import "./network-paths.css";

const planes = [
  { value: "principal", word: "most of all movement" },
  { value: "ends", word: "start and two ends" },
] as const;

/** The parameters of all runs on their way, projected to one plane, with the true loss at each place. */
export function NetworkPaths({ spec }: { spec: NetworkSpec }) {
  const [box, { width, height } = { width: 0, height: 0 }] = useSize<HTMLDivElement>();
  const [plane, setPlane] = useState<(typeof planes)[number]["value"]>("principal");
  const theme = useTheme();
  const hidden = useLabState((state) => state.hidden);
  const runs = useMemo(() => namedRuns(spec, (number) => isShown({ hidden }, number)), [spec, hidden]);
  const indices = useMemo(() => runs.map(({ index }) => index), [runs]);
  const ends = indices.length > 1 && plane === "ends" ? ([indices[0]!, indices[1]!] as const) : "principal";
  const paths = usePaths(ends, indices);
  const canvas = useRef<HTMLCanvasElement>(null);
  const labels = useRef<SVGGElement>(null);

  const frame = useMemo(
    () => paths && width > 0 && frameOf(paths, width, height, 34),
    [paths, width, height],
  );

  useFrame(({ playback }) => {
    const context = canvas.current?.getContext("2d");
    if (!canvas.current || !context) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.current.width = Math.round(width * ratio);
    canvas.current.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    if (!paths || !frame || paths.runs.length !== runs.length) return;
    paintPaths(context, paths, runs, frame, playback.step);
    const heads = paths.runs.map((points) => points.findLast(({ step }) => step <= playback.step));
    const wanted = heads.map((head) => frame.top - frame.scale * (head?.y ?? 0));
    const heights = spread(wanted, 15, 12, height - 8);
    [...(labels.current?.children ?? [])].forEach((label, i) => {
      const x = frame.left + frame.scale * (heads[i]?.x ?? 0);
      const isLeft = x > width - 110;
      label.setAttribute("x", (x + (isLeft ? -10 : 10)).toFixed(1));
      label.setAttribute("y", (heights[i]! + 4).toFixed(1));
      label.setAttribute("text-anchor", isLeft ? "end" : "start");
    });
  });

  const scale = paths && lossScaleOf(paths);
  return (
    <section className="network-paths" aria-label="paths of the parameters" data-theme-drawn={theme}>
      <h3>
        Paths, projected{" "}
        <span>{paths && `${formatPercent(paths.explained, 0)} of all movement lies in this plane`}</span>
      </h3>
      <div className="network-paths-bar">
        <Segmented label="plane" value={plane} options={planes} onChange={setPlane} />
        {scale && (
          <span className="network-paths-key">
            true loss {formatNumber(scale.least, 2)} <i /> {formatNumber(scale.greatest, 2)}
          </span>
        )}
      </div>
      <div
        className="network-paths-figure"
        ref={box}
        role="img"
        aria-label={paths ? inWords(runs, paths) : "paths are still to be computed"}
      >
        <canvas ref={canvas} />
        <svg width={width} height={height} aria-hidden="true">
          <g ref={labels} className="network-labels">
            {paths?.runs.length === runs.length &&
              runs.map(({ number, label }) => (
                <text key={number} data-run={number}>
                  {label}
                </text>
              ))}
          </g>
          {frame && (
            <text className="network-paths-start" x={frame.left + 9} y={frame.top - 8}>
              start, the same for all
            </text>
          )}
        </svg>
      </div>
    </section>
  );
}

/** What the figure says, for those who do not see it. */
const inWords = (
  runs: ReturnType<typeof namedRuns>,
  { runs: paths, explained }: NonNullable<ReturnType<typeof usePaths>>,
) =>
  `paths of the parameters in a plane that holds ${formatPercent(explained, 0)} of all movement: ${runs
    .map(({ label }, i) => {
      const end = paths[i]?.at(-1);
      return end
        ? `${label} ends ${formatNumber(Math.hypot(end.x, end.y))} from the start, loss ${formatNumber(end.loss)}`
        : "";
    })
    .filter(Boolean)
    .join("; ")}`;
