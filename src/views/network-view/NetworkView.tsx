import type { ReactNode } from "react";
import { plannedSteps, stepsPerEpoch } from "../../experiment/budget";
import { isSurfaceSpec } from "../../experiment/spec";
import { useLabState } from "../store-context/store-context";
import { NetworkPaths } from "../network-paths/NetworkPaths";
import { NetworkCharts } from "./NetworkCharts";
import { RunsTable } from "./RunsTable";
import "../charts/charts.css";
import "./network-view.css";

type Props = {
  caption: (index: number) => ReactNode;
  details?: ((index: number) => ReactNode) | undefined;
};

/**
 * A network while it trains: its charts at the left, its runs at the right. `caption` is what the page puts at the
 * head of a run's row: its name and controls; `details` is what it puts beneath, over the whole width.
 */
export function NetworkView({ caption, details }: Props) {
  const spec = useLabState((state) => state.spec);
  const recordedSteps = useLabState(({ recording }) => (recording.hasPaths ? 0 : recording.steps));
  if (isSurfaceSpec(spec)) return null;
  return (
    <div className="network-view">
      <NetworkCharts steps={recordedSteps || plannedSteps(spec)} perEpoch={stepsPerEpoch(spec)} />
      <div className="network-side">
        <RunsTable spec={spec} caption={caption} details={details} />
        <NetworkPaths spec={spec} />
      </div>
    </div>
  );
}
