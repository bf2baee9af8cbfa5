import type { Recording } from "../../../experiment/recording";
import { checkpointAt } from "../../../experiment/snapshots";
import type { Layer } from "../../../networks/layers";
import { formatNumber } from "../../number-format/number-format";
import type { NamedRun } from "../network-data";
import { layerName } from "../structure";
import { deadUnits, meanOutput, unitGroups } from "./unit-groups";
import { networkWords } from "../../../words/en/network";

/** What the charts of the layers show at a step, for those who do not see them. */
export function layersInWords(
  recording: Recording,
  step: number,
  layers: readonly Layer[],
  runs: readonly NamedRun[],
): string {
  const measured = recording.checkpoints[checkpointAt(recording.checkpoints, step)];
  const snapshot = recording.snapshotAt(step);
  const words = networkWords();
  if (!measured) return words.layersNothing;
  const groups = unitGroups(layers);
  const told = runs.map(({ index, label }) => {
    const divergence = recording.diverged(index);
    if (divergence && step >= divergence.step) return words.runDiverged(label, divergence.step);
    const each = layers.map((_, layer) => {
      const norm = formatNumber(measured.gradientNorms[index * layers.length + layer]!);
      const group = groups[layer];
      const inside =
        group && snapshot
          ? words.layerInside(
              formatNumber(meanOutput(snapshot.activations, recording.runs, index, group)),
              deadUnits(snapshot.alive, recording.runs, index, group),
              group.units,
            )
          : "";
      return words.layerNorm(layerName(layers, layer), norm) + inside;
    });
    return `${label}: ${each.join(words.semicolon)}`;
  });
  return words.layersAt(measured.step, told.join(words.sentenceGap));
}
