import { type ReactNode } from "react";
import { plannedSteps, stepsPerEpoch } from "../../experiment/budget";
import { isSurfaceSpec } from "../../experiment/spec";
import { networkFigures } from "../../store/store";
import { Segmented } from "../../ui/Segmented";
import { useMedia } from "../../ui/use-media";
import { useLab, useLabState } from "../store-context/store-context";
import { LayersView } from "./layers/LayersView";
import { MistakesView } from "./mistakes/MistakesView";
import { NetworkCharts } from "./NetworkCharts";
import { PathsView } from "./paths/PathsView";
import { RunsTable } from "./RunsTable";
import { WeightsView } from "./WeightsView";
import { networkWords } from "../../words/en/network";
import "../charts/charts.css";
import "./network-view.css";

type Props = {
  caption: (index: number) => ReactNode;
  details?: ((index: number) => ReactNode) | undefined;
};

/**
 * A network while it trains: what is looked at large, beside its runs and their paths. `caption` is what the page puts
 * at the head of a run's row: its name and controls; `details` is what it puts beneath, over the whole width.
 */
export function NetworkView({ caption, details }: Props) {
  const { actions } = useLab();
  const spec = useLabState((state) => state.spec);
  const recordedSteps = useLabState(({ recording }) => (recording.hasPaths ? 0 : recording.steps));
  const figure = useLabState(({ view }) => view.figure ?? "curves");
  const isWide = useMedia("(min-width: 1001px)");
  if (isSurfaceSpec(spec)) return null;
  const budget = { steps: recordedSteps || plannedSteps(spec), perEpoch: stepsPerEpoch(spec) };
  return (
    <div className="network-view">
      <div className="network-figure">
        <Segmented
          label={networkWords().figure}
          value={figure}
          options={networkFigures.map((value) => ({ value, word: networkWords().figures[value] }))}
          onChange={(figure) => actions.setView({ figure })}
        />
        {figure === "curves" && <NetworkCharts {...budget} />}
        {figure === "layers" && <LayersView spec={spec} {...budget} />}
        {figure === "weights" && <WeightsView spec={spec} />}
        {figure === "mistakes" && <MistakesView spec={spec} />}
        {figure === "paths" && <PathsView spec={spec} />}
      </div>
      <div className="network-side">
        <RunsTable spec={spec} caption={caption} details={details} />
        {isWide && figure !== "paths" && <PathsView spec={spec} />}
      </div>
    </div>
  );
}
