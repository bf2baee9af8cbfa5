import type { Recording } from "../../experiment/recording";
import { checkpointAt, type RecordedCheckpoint } from "../../experiment/snapshots";
import { formatCount, formatNumber, formatPercent } from "../number-format/number-format";
import type { Curves } from "./curves";
import type { ImageSet } from "./image-sets";
import type { NamedRun } from "./network-data";
import { networkWords } from "../../words/en/network";

/** What is known of one run at the cursor: where its marker stands, and that value in words. */
export type Reading =
  | {
      /** The step it was recorded or last measured at: at or before the cursor. */
      readonly step: number;
      readonly y: number;
      readonly text: string;
      readonly isError?: boolean;
    }
  | undefined;

type Scale = (value: number) => number;

/** A run's loss at a step: the running mean of its batches', or that of the test images; or that it diverged. */
export function lossReading(
  curves: Curves,
  { index }: NamedRun,
  step: number,
  y: Scale,
  set: ImageSet = "train",
): Reading {
  const { recording } = curves;
  const divergence = recording.diverged(index);
  if (divergence && step >= divergence.step)
    return { step, y: y(Infinity), text: networkWords().divergedAt(divergence.step), isError: true };
  if (set === "test")
    return measuredReading(recording, step, y, ({ testLoss }) => testLoss[index], formatNumber);
  const { means, count } = curves.runs[index]!.mean;
  const at = Math.min(step, count - 1);
  const loss = means[at];
  if (loss === undefined || Number.isNaN(loss)) return undefined;
  return { step: at, y: y(loss), text: formatNumber(loss) };
}

/** Accuracies that a checkpoint holds. */
export type AccuracyKind = ImageSet | "adversarial";

/** A run's accuracy as it was last measured at or before a step; a diverged network has none. */
export function accuracyAt(
  recording: Recording,
  run: number,
  step: number,
  kind: AccuracyKind = "test",
): number | undefined {
  const divergence = recording.diverged(run);
  if (divergence && step >= divergence.step) return undefined;
  return lastAt(recording, step)?.[kind]?.[run];
}

/** A run's accuracy at a step, in words; a diverged network has none. */
export function accuracyReading(
  recording: Recording,
  { index }: NamedRun,
  step: number,
  y: Scale,
  set: ImageSet = "test",
): Reading {
  if (step >= (recording.diverged(index)?.step ?? Infinity)) return undefined;
  return measuredReading(recording, step, y, (checkpoint) => checkpoint[set][index], formatPercent);
}

/** What both charts show at a step, for those who do not see them. */
export const chartsInWords = (
  runs: readonly NamedRun[],
  step: number,
  losses: readonly Reading[],
  accuracies: readonly Reading[],
): string =>
  networkWords().chartsAt(step) +
  runs
    .map(({ label }, i) => {
      const [loss, accuracy] = [losses[i], accuracies[i]];
      if (loss?.isError) return `${label} ${loss.text}`;
      return networkWords().reading(label, loss?.text, accuracy?.text);
    })
    .join(networkWords().semicolon);

/**
 * What was measured last, where it was measured: what the line through all that was measured has between two of them was
 * never measured. It says at which step if that lies far back.
 */
function measuredReading(
  { checkpoints }: Recording,
  step: number,
  y: Scale,
  valueOf: (checkpoint: RecordedCheckpoint) => number | undefined,
  format: (value: number) => string,
): Reading {
  const i = checkpointAt(checkpoints, step);
  const [last, next] = [checkpoints[i], checkpoints[i + 1]];
  const value = last && valueOf(last);
  if (!last || value === undefined || Number.isNaN(value)) return undefined;
  const usualGap = Math.max(10, last.step - (checkpoints[i - 1]?.step ?? 0));
  const isFarBack = !next && step - last.step > 2 * usualGap;
  return {
    step: last.step,
    y: y(value),
    text: isFarBack ? networkWords().measuredAt(format(value), formatCount(last.step)) : format(value),
  };
}

/** What was measured last at or before a step. */
const lastAt = ({ checkpoints }: Recording, step: number) => checkpoints[checkpointAt(checkpoints, step)];
