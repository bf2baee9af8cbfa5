import { useMemo, type ReactNode } from "react";
import { isSurfaceSpec, surfaceOf, type SurfaceSpec } from "../../experiment/spec";
import { isShown, shownWindow, type Layout } from "../../store/store";
import { late } from "../../ui/late";
import { useSize } from "../../ui/use-size";
import { surfaceMapper, type SurfaceMap } from "../contour-map/surface-map";
import { useFirstPath } from "../contour-map/use-first-path";
import { aspectOf } from "../contour-map/viewport";
import { runLabels } from "../run-mark/labels";
import { useLabState } from "../store-context/store-context";
import type { SpaceProps } from "../space/space-props";
import { InSpace } from "./InSpace";
import { leastHeight, planOf, type StagedShape } from "./plan";
import { Split } from "./Split";
import "./stage.css";

/** Loaded where all runs are first to be on one map. */
const Overlay = late(() => import("./Overlay").then(({ Overlay }) => Overlay));

/** The first path does not wait for it. */
const Zoom = late(() => import("./Zoom").then(({ Zoom }) => Zoom));

/** What the page puts on the stage beside the maps. */
type StageProps = {
  /** The card of the run with that index in the spec, where it is to have one: over its map, or beneath a map of all. */
  readonly caption?: (runIndex: number, shape: StagedShape) => ReactNode;
  /** The invitation on the map when there are no runs. */
  readonly empty: ReactNode;
  /** How the maps stand, where that is not the visitor's choice. */
  readonly layout?: Layout;
  /** The surface in space, which is loaded only where it is chosen. */
  readonly inSpace?: (props: SpaceProps) => ReactNode;
};

/** The surface with the paths of all runs: a map each, or one for all. Draws nothing for a network. */
export function Stage(props: StageProps) {
  const spec = useLabState((state) => state.spec);
  return isSurfaceSpec(spec) ? <SurfaceStage spec={spec} {...props} /> : null;
}

function SurfaceStage({
  spec,
  caption,
  empty,
  inSpace,
  ...props
}: StageProps & { readonly spec: SurfaceSpec }) {
  const chosen = useLabState((state) => state.view.layout);
  const layout = props.layout ?? chosen;
  const hidden = useLabState((state) => state.hidden);
  const [stage, stageSize] = useSize<HTMLDivElement>();
  const [cell, cellSize] = useSize<HTMLDivElement>();
  const map = useSurfaceMap(spec, cellSize?.width ?? 0, cellSize?.height ?? 0);
  const isRecorded = useLabState(({ recorded }) => recorded > 0);
  const isPainted = useFirstPath(isRecorded || spec.runs.length === 0);

  const labels = runLabels(spec);
  const runs = spec.runs.map(({ number }, index) => {
    return { number, index, text: labels[index]!, isShown: isShown({ hidden }, number) };
  });
  const shown = runs.filter((run) => run.isShown).length;
  const plan = stageSize && planOf(shown, aspectOf(surfaceOf(spec)), stageSize.width, layout);
  const Maps = plan?.kind === "split" && shown > 0 ? Split : Overlay;
  return (
    <div
      ref={stage}
      className="stage"
      style={{ minHeight: plan && leastHeight(plan, shown, caption ? runs.length : 0) }}
    >
      {plan && layout === "3d" && inSpace ? (
        <InSpace
          plan={plan}
          runs={runs}
          caption={caption}
          picture={inSpace({
            surface: surfaceOf(spec),
            parameters: spec.parameters,
            runs: runs.filter((run) => run.isShown),
            start: spec.start,
            empty: spec.runs.length === 0 ? empty : undefined,
          })}
        />
      ) : null}
      {plan && !(layout === "3d" && inSpace) && (
        <Maps
          plan={plan}
          runs={runs}
          start={spec.start}
          map={map}
          cell={cell}
          caption={caption}
          controls={map && isPainted && <Zoom map={map} />}
          empty={spec.runs.length === 0 ? empty : undefined}
        />
      )}
    </div>
  );
}

/** Computed anew only when the surface, its parameters, the size or the window change: not while a rate is dragged. */
function useSurfaceMap(spec: SurfaceSpec, width: number, height: number): SurfaceMap | undefined {
  const surface = surfaceOf(spec);
  const { parameters } = spec;
  const window = useLabState(shownWindow);
  const mapper = useMemo(
    () => (width > 0 && height > 0 ? surfaceMapper(surface, parameters, width, height) : undefined),
    [surface, parameters, width, height],
  );
  return useMemo(() => mapper?.(window), [mapper, window]);
}
