import { plannedSteps, stepsPerEpoch } from "../../experiment/budget";
import type { NetworkSpec } from "../../experiment/spec";
import { NetworkCharts } from "../network-view/NetworkCharts";
import { useLabState } from "../store-context/store-context";
import "../charts/charts.css";
import "../network-view/network-view.css";

/** Loss and accuracy of a network, alone: its runs are named at the lines' ends. */
export function NetworkCurves({ spec }: { spec: NetworkSpec }) {
  const recordedSteps = useLabState(({ recording }) => (recording.hasPaths ? 0 : recording.steps));
  return (
    <div className="frame-curves">
      <NetworkCharts
        steps={recordedSteps || plannedSteps(spec)}
        perEpoch={stepsPerEpoch(spec)}
        hasBar={false}
      />
    </div>
  );
}
