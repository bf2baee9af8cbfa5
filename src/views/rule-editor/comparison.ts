import type { Recording } from "../../experiment/recording";
import type { ExperimentSpec } from "../../experiment/spec";
import { runLabels } from "../run-mark/labels";

/** What a run on a surface comes to, in three numbers. */
export type Result = {
  readonly number: number;
  readonly label: string;
  /** Length of the first step. */
  readonly firstStep: number | undefined;
  /** Steps after which the loss stays below the threshold; undefined if it does not. */
  readonly settled: number | undefined;
  readonly lastLoss: number;
  readonly divergedAt: number | undefined;
};

/** All runs of a rule, then the others; and the loss that is worth staying below, if there is one. */
export function comparisonOf(
  recording: Recording,
  spec: ExperimentSpec,
  rule: string,
): { readonly threshold: number | undefined; readonly results: readonly Result[] } {
  if (recording.runs !== spec.runs.length || !recording.hasPaths || recording.frames === 0)
    return { threshold: undefined, results: [] };
  const labels = runLabels(spec);
  const losses = spec.runs.map((_, i) => recording.lossesOf(i));
  const converging = losses.filter((_, i) => !recording.diverged(i));
  const threshold = thresholdOf(
    losses[0]?.[0] ?? 0,
    Math.min(...converging.flatMap((all) => Math.min(...all))),
  );
  const results = spec.runs.map(({ optimizer, number }, i) => ({
    isOfRule: optimizer === rule,
    number,
    label: labels[i]!,
    firstStep:
      recording.lastStep(i) > 0
        ? distance(recording.positionAt(i, 0), recording.positionAt(i, 1))
        : undefined,
    settled: threshold === undefined || recording.diverged(i) ? undefined : settledAt(losses[i]!, threshold),
    lastLoss: losses[i]!.at(-1)!,
    divergedAt: recording.diverged(i)?.step,
  }));
  return { threshold, results: results.toSorted((a, b) => Number(b.isOfRule) - Number(a.isOfRule)) };
}

/** A hundredth of the way from the lowest loss of all runs up to the start's, rounded as far as it stays between them. */
export function thresholdOf(start: number, lowest: number): number | undefined {
  const exact = lowest + (start - lowest) / 100;
  for (let digits = 1; digits < 15; digits++) {
    const rounded = Number(exact.toPrecision(digits));
    if (rounded > lowest && rounded < start) return rounded;
  }
  return undefined;
}

/** The first step from which on every loss is below a threshold. */
export function settledAt(losses: Float64Array, threshold: number): number | undefined {
  const last = losses.findLastIndex((loss) => !(loss < threshold));
  return last === losses.length - 1 ? undefined : last + 1;
}

const distance = ([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]) =>
  Math.hypot(x1 - x0, y1 - y0);
