import { useMemo, type ReactNode } from "react";
import { isSurfaceSpec, type SurfaceSpec } from "../../experiment/spec";
import { isShown } from "../../store/store";
import { resolveSurface } from "../../surfaces/index";
import { landscapeOf, type Landscape } from "../contour-map/landscape";
import { aspectOf } from "../contour-map/viewport";
import { runLabels } from "../run-mark/labels";
import { useLabState } from "../store-context/store-context";
import { Overlay } from "./Overlay";
import { leastHeight, planOf, type Plan } from "./plan";
import { Split } from "./Split";
import { useSize } from "./use-size";
import "./stage.css";

export type StageProps = {
  /** The card of the run with that index in the spec: over its map, or as a row beneath a map of all. */
  readonly caption: (runIndex: number, kind: Plan["caption"]) => ReactNode;
  /** The invitation on the map when there are no runs. */
  readonly empty: ReactNode;
};

/** The surface with the paths of all runs: a map each, or one for all. Draws nothing for a network. */
export function Stage(props: StageProps) {
  const spec = useLabState((state) => state.spec);
  return isSurfaceSpec(spec) ? <SurfaceStage spec={spec} {...props} /> : null;
}

function SurfaceStage({ spec, caption, empty }: StageProps & { readonly spec: SurfaceSpec }) {
  const layout = useLabState((state) => state.view.layout);
  const hidden = useLabState((state) => state.hidden);
  const solo = useLabState((state) => state.solo);
  const [stage, stageSize] = useSize<HTMLDivElement>();
  const [cell, cellSize] = useSize<HTMLDivElement>();
  const landscape = useLandscape(spec, cellSize?.width ?? 0, cellSize?.height ?? 0);

  const labels = runLabels(spec);
  const runs = spec.runs.map(({ number }, index) => {
    return { number, index, text: labels[index]!, isShown: isShown({ hidden, solo }, number) };
  });
  const shown = runs.filter((run) => run.isShown).length;
  const plan = stageSize && planOf(shown, aspectOf(resolveSurface(spec.surface)), stageSize.width, layout);
  const Maps = plan?.kind === "split" && shown > 0 ? Split : Overlay;
  return (
    <div ref={stage} className="stage" style={{ minHeight: plan && leastHeight(plan, shown, runs.length) }}>
      {plan && (
        <Maps
          plan={plan}
          runs={runs}
          start={spec.start}
          landscape={landscape}
          cell={cell}
          caption={caption}
          empty={spec.runs.length === 0 ? empty : undefined}
        />
      )}
    </div>
  );
}

/** Computed anew only when the surface, its parameters or the size change: not while a rate is dragged. */
function useLandscape(
  { surface, parameters }: SurfaceSpec,
  width: number,
  height: number,
): Landscape | undefined {
  return useMemo(
    () => (width > 0 && height > 0 ? landscapeOf({ surface, parameters }, width, height) : undefined),
    [surface, parameters, width, height],
  );
}
