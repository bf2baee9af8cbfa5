import type { Recording } from "../../../experiment/recording";
import { checkpointAt } from "../../../experiment/snapshots";
import type { Layer } from "../../../networks/layers";
import { formatNumber } from "../../number-format/number-format";
import type { NamedRun } from "../network-data";
import { layerName } from "../structure";
import { deadUnits, meanOutput, unitGroups } from "./unit-groups";

/** What the charts of the layers show at a step, for those who do not see them. */
export function layersInWords(
  recording: Recording,
  step: number,
  layers: readonly Layer[],
  runs: readonly NamedRun[],
): string {
  const measured = recording.checkpoints[checkpointAt(recording.checkpoints, step)];
  const snapshot = recording.snapshotAt(step);
  if (!measured) return "charts of the layers: nothing is measured yet";
  const groups = unitGroups(layers);
  const told = runs.map(({ index, label }) => {
    const divergence = recording.diverged(index);
    if (divergence && step >= divergence.step) return `${label} diverged at step ${divergence.step}`;
    const each = layers.map((_, layer) => {
      const norm = formatNumber(measured.gradientNorms[index * layers.length + layer]!);
      const group = groups[layer];
      const inside =
        group && snapshot
          ? `, mean output ${formatNumber(meanOutput(snapshot.activations, recording.runs, index, group))}` +
            `, ${deadUnits(snapshot.alive, recording.runs, index, group)} of ${group.units} units dead`
          : "";
      return `${layerName(layers, layer)}: gradient norm ${norm}${inside}`;
    });
    return `${label}: ${each.join("; ")}`;
  });
  return `charts of the layers, at step ${measured.step}. ${told.join(". ")}`;
}
