import { isSurfaceSpec, type ExperimentSpec } from "../../experiment/spec";
import { specLink } from "../../store/write-link";
import type { Recording } from "../../experiment/recording";
import { formatNumber } from "../number-format/number-format";
import { createRunningMean, meanWindow } from "../network-view/running-mean";
import { runLabels } from "../run-mark/labels";

/** A piece of the sentence: plain words, or a run by its index. */
export type Piece = string | { readonly run: number; readonly word: string };

/** Whether the visitor has touched nothing that is computed: the written lesson is true of that spec only. */
export const isOpening = (spec: ExperimentSpec): boolean => specLink({ ...spec, backend: "auto" }) === "";

/**
 * The one sentence above the stage: the written lesson on the opening, elsewhere what the recording says. Its runs
 * carry their colour and marker, so it is the legend too.
 */
export function sentenceOf(spec: ExperimentSpec, recording: Recording): readonly Piece[] {
  if (isOpening(spec))
    return [
      { run: 0, word: "Momentum" },
      " swings across the ravine and coasts past the minimum; ",
      { run: 1, word: "RMSprop" },
      " gives each coordinate its own step size, never crosses the floor, and crawls along it.",
    ];
  if (spec.runs.length === 0) return ["Add a run to see it walk."];
  if (recording.frames === 0 || recording.runs !== spec.runs.length)
    return ["The same start, the same batches, the same budget: ", ...namesOf(spec), "."];

  const last = recording.frames - 1;
  const what = isSurfaceSpec(spec) ? "Loss" : "Training loss";
  const results = runLabels(spec).flatMap((word, run): Piece[] => {
    const diverged = recording.diverged(run);
    return [
      run ? ", " : "",
      { run, word },
      ` ${diverged ? `diverged at step ${diverged.step}` : lossText(recording, run)}`,
    ];
  });
  return [`${what} after ${last.toLocaleString("en")} step${last === 1 ? "" : "s"}: `, ...results, "."];
}

/** What is smaller than rounding tells nothing more. */
const nothing = 1e-12;

function lossText(recording: Recording, run: number): string {
  const loss = endingLoss(recording, run);
  return loss > 0 && loss < nothing ? "below 10⁻¹²" : formatNumber(loss);
}

function namesOf(spec: ExperimentSpec): Piece[] {
  const labels = runLabels(spec);
  return labels.flatMap((word, run): Piece[] => [
    run === 0 ? "" : run === labels.length - 1 ? " and " : ", ",
    { run, word },
  ]);
}

/** A surface's last loss; of a network, whose batches differ, the running mean its chart draws. */
function endingLoss(recording: Recording, run: number): number {
  const losses = recording.lossesOf(run);
  if (recording.hasPaths) return losses.at(-1)!;
  // What lies further back weighs less than a thousandth in it.
  const recent = losses.subarray(-400);
  const mean = createRunningMean(recent.length, meanWindow(recording.steps));
  mean.extend(recent);
  return mean.means.at(-1)!;
}
