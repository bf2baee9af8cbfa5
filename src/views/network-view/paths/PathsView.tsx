import { useMemo, useRef, useState } from "react";
import type { NetworkSpec } from "../../../experiment/spec";
import { isShown } from "../../../store/store";
import { useSize } from "../../../ui/use-size";
import { coloursAt } from "../../contour-map/colours";
import { clear } from "../../contour-map/paint-runs";
import { formatPercent } from "../../number-format/number-format";
import { useFrame } from "../../playback/use-frame";
import { useLabState } from "../../store-context/store-context";
import { useTheme } from "../../theme/use-theme";
import { namedRuns } from "../network-data";
import { tokenOf } from "../token-of";
import { drawnPath, inkOf } from "./drawn-path";
import { headsAt, headsInWords } from "./heads";
import { lossColours } from "./loss-colours";
import { LossKey } from "./LossKey";
import { paintMarker, paintPaths, paintStart } from "./paint-paths";
import { movePathNames, PathNames } from "./PathNames";
import { PlaneControls, planeOf, type ChosenPlane } from "./PlaneControls";
import { plateFor } from "./plate";
import { runsWithSay } from "./projected-paths";
import { useProjectedPaths } from "./use-projected-paths";
import { networkWords } from "../../../words/en/network";
import "./paths.css";

/** All runs' parameters on their way, seen in one plane; each dot has the colour of its true training loss. */
export function PathsView({ spec }: { spec: NetworkSpec }) {
  const hidden = useLabState((state) => state.hidden);
  const all = useMemo(() => namedRuns(spec, () => true), [spec]);
  const runs = useMemo(() => all.filter(({ number }) => isShown({ hidden }, number)), [all, hidden]);
  const [chosen, setChosen] = useState<ChosenPlane>({ kind: "principal" });
  const choice = useMemo(() => planeOf(chosen, runs), [chosen, runs]);
  const projection = useProjectedPaths(choice);
  const theme = useTheme();
  const [box, size = { width: 0, height: 0 }] = useSize<HTMLDivElement>();
  const { width, height } = size;
  const canvas = useRef<HTMLCanvasElement>(null);
  const names = useRef<SVGGElement>(null);
  const painted = useRef<readonly unknown[]>([]);

  const drawn = useMemo(() => {
    if (!projection) return undefined;
    const { recording, projected } = projection;
    const say = new Set(runsWithSay(recording, choice.among));
    const seen = runs.filter(({ index }) => projected.paths[index]);
    const inView = seen.filter(({ index }) => say.has(index));
    const dots = (inView.length > 0 ? inView : seen).flatMap(({ index }) => projected.paths[index]!);
    const plate = plateFor(dots, width, height);
    const paths = seen.map((run) => ({
      run,
      path: drawnPath(run.number, projected.paths[run.index]!, plate),
    }));
    return {
      ...{ plate, paths },
      ink: paths.flatMap(({ path }) => inkOf(path)),
      lowest: Math.min(...dots.flatMap(({ loss }) => (loss > 0 ? loss : []))),
    };
  }, [projection, runs, choice, width, height]);
  const losses = useMemo(
    // The theme decides what the tokens say.
    () => theme && drawn && lossColours(drawn.lowest, tokenOf("--loss-high"), tokenOf("--loss-low")),
    [theme, drawn],
  );

  useFrame(({ playback, recording }) => {
    const context = canvas.current?.getContext("2d");
    if (!canvas.current || !context || !names.current) return;
    const isThere = drawn && losses && projection?.recording === recording;
    const heads = isThere ? headsAt(drawn.paths, recording, playback.step, { width, height }) : [];
    // Between two snapshots nothing moves.
    const key = [isThere, drawn, losses, runs, ...heads.flatMap(({ at, words }) => [...at, words])];
    if (key.length === painted.current.length && key.every((part, i) => part === painted.current[i])) return;
    painted.current = key;
    clear(canvas.current, context, { width, height });
    const start = drawn?.plate.toPixel({ x: 0, y: 0 }) ?? [0, 0];
    if (isThere) {
      const colours = coloursAt(canvas.current);
      const paths = drawn.paths.map(({ path }) => path);
      paintPaths(context, paths, playback.step, colours, losses.colourOf);
      paintStart(context, start, colours);
      for (const { run, at } of heads) paintMarker(context, run.number, at, colours);
    }
    movePathNames(names.current, heads, start, { width, height }, drawn?.ink ?? []);
    canvas.current.setAttribute("aria-label", headsInWords(heads, playback.step));
  });

  const share = runs.length > 0 ? (projection?.projected.share ?? NaN) : NaN;
  return (
    <section className="network-paths" aria-label={networkWords().pathsLabel}>
      <h3 className="network-title">
        {networkWords().pathsTitle}{" "}
        <span>
          {Number.isNaN(share) ? networkWords().inOnePlane : networkWords().variance(formatPercent(share, 0))}
        </span>
      </h3>
      <div className="network-controls">
        <PlaneControls runs={runs} chosen={chosen} onChange={setChosen} />
        {choice.kind === "ends" && projection && !projection.projected.isThroughEnds && (
          <span className="network-note">{networkWords().endDiverged}</span>
        )}
        {losses && <LossKey losses={losses} />}
      </div>
      <div ref={box} className="network-plate">
        <canvas ref={canvas} role="img" style={{ width, height }} />
        <svg width={width} height={height} aria-hidden="true">
          <g ref={names}>
            <PathNames runs={runs} />
          </g>
        </svg>
      </div>
    </section>
  );
}
