import type { Recording } from "../../../experiment/recording";
import type { RecordedCheckpoint } from "../../../experiment/snapshots";
import type { Layer } from "../../../networks/layers";
import type { NamedRun } from "../network-data";
import { deadUnits, meanOutput, unitGroups } from "./unit-groups";

/** What was measured of one run over the steps, at the checkpoints that have it. */
export type LayerLine = {
  readonly run: NamedRun;
  readonly steps: readonly number[];
  readonly values: readonly number[];
};

/** What a layer's chart can show. */
export type LayerQuantity = "gradient" | "output" | "dead";

/** The lines of one layer; none of a hidden layer's quantities for the last one. A diverged run's end where it did. */
export function layerLines(
  quantity: LayerQuantity,
  recording: Recording,
  layers: readonly Layer[],
  layer: number,
  runs: readonly NamedRun[],
): LayerLine[] {
  const group = unitGroups(layers)[layer];
  const valueAt = ({ gradientNorms, activations, alive }: RecordedCheckpoint, run: number) => {
    switch (quantity) {
      case "gradient":
        return gradientNorms[run * layers.length + layer];
      case "output":
        return activations && group && meanOutput(activations, recording.runs, run, group);
      case "dead":
        return alive && group && deadUnits(alive, recording.runs, run, group) / group.units;
      default:
        return quantity satisfies never;
    }
  };
  return runs.map((run) => {
    const end = recording.diverged(run.index)?.step ?? Infinity;
    const points = recording.checkpoints.flatMap((checkpoint) => {
      const value = checkpoint.step < end ? valueAt(checkpoint, run.index) : undefined;
      // Where no gradient comes through there is no place on a logarithmic axis.
      const isNowhere = quantity === "gradient" && value === 0;
      return value === undefined || !Number.isFinite(value) || isNowhere
        ? []
        : [[checkpoint.step, value] as const];
    });
    return { run, steps: points.map(([step]) => step), values: points.map(([, value]) => value) };
  });
}
