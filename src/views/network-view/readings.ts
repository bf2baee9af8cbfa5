import type { Recording } from "../../experiment/recording";
import { checkpointAt } from "../../experiment/snapshots";
import { formatNumber, formatPercent } from "../number-format/number-format";
import type { Curves } from "./curves";
import type { NamedRun } from "./network-data";

/** What stands at the cursor for one run: the height of its line there, and the value in words. */
export type Reading = { readonly y: number; readonly text: string; readonly isError?: boolean } | undefined;

type Scale = (value: number) => number;

/** A run's running mean at a step, or that it diverged. */
export function lossReading(curves: Curves, { index }: NamedRun, step: number, y: Scale): Reading {
  const divergence = curves.recording.diverged(index);
  if (divergence && step >= divergence.step)
    return { y: y(Infinity), text: `diverged at step ${divergence.step}`, isError: true };
  const { means, count } = curves.runs[index]!.mean;
  const mean = means[Math.min(step, count - 1)];
  return mean === undefined || Number.isNaN(mean) ? undefined : { y: y(mean), text: formatNumber(mean) };
}

/** A run's test accuracy as it was last measured at or before a step; a diverged network has none. */
export function accuracyAt(recording: Recording, run: number, step: number): number | undefined {
  const divergence = recording.diverged(run);
  if (divergence && step >= divergence.step) return undefined;
  return recording.checkpoints[checkpointAt(recording.checkpoints, step)]?.test[run];
}

/** A run's test accuracy at a step, in words. */
export function accuracyReading(recording: Recording, { index }: NamedRun, step: number, y: Scale): Reading {
  const accuracy = accuracyAt(recording, index, step);
  return accuracy === undefined ? undefined : { y: y(accuracy), text: formatPercent(accuracy) };
}
