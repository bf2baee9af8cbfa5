import type { Recording } from "../../experiment/recording";
import { resultOf, usualGoal, type RunResult } from "../../experiment/run-result";
import { surfaceOf, type SurfaceSpec } from "../../experiment/spec";
import { runWords } from "../../words/en/run";
import { valueFunctionOf } from "../contour-map/value-function";
import { formatNumber } from "../number-format/number-format";

type Results = {
  readonly goal: number;
  /** Whether the usual goal is taken from a minimum that is known, not from what the runs reach. */
  readonly isFromMinimum: boolean;
  readonly runs: readonly RunResult[];
};

/** The results of all runs recorded on a surface, by their index; against the chosen goal, or the usual one. */
export function resultsOf(spec: SurfaceSpec, recording: Recording, chosen: number | undefined): Results {
  const known = cache.get(recording);
  if (known && known.frames === recording.frames && known.chosen === chosen) return known.results;
  const lowest = lowestKnown(spec);
  const goal = chosen ?? usualGoal(recording, lowest);
  const runs = Array.from({ length: recording.runs }, (_, run) => resultOf(recording, run, goal));
  const results = { goal, isFromMinimum: lowest !== undefined, runs };
  cache.set(recording, { frames: recording.frames, chosen, results });
  return results;
}

/** Computed once for each recording, though every card asks. */
const cache = new WeakMap<Recording, { frames: number; chosen: number | undefined; results: Results }>();

/** The loss of the lowest minimum that is known of a spec's surface. */
function lowestKnown(spec: SurfaceSpec): number | undefined {
  const surface = surfaceOf(spec);
  const lossAt = valueFunctionOf(surface, spec.parameters);
  const losses = surface.minima.map(([x, y]) => lossAt(x, y));
  return losses.length > 0 ? Math.min(...losses) : undefined;
}

/** "loss 1.4 by step 37 · best 0.0024 · path 12.3": a result on its card. */
export function resultInWords({ goalStep, best, path, diverged }: RunResult, goal: number): string {
  const words = runWords();
  const reached = goalStep === undefined ? words.notReached : words.reached(goalStep);
  const end = diverged ? words.divergedAt(diverged.step) : words.path(formatNumber(path));
  return words.result(formatNumber(goal), reached, formatNumber(best), end);
}
