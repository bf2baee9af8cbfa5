import type { Recording } from "../../experiment/recording";
import { isSurfaceSpec, type ExperimentSpec, type NetworkSpec } from "../../experiment/spec";
import { runLabels } from "../run-mark/labels";

/** A run as the network's charts name it; `index` is its place in the recording. */
export type NamedRun = { readonly index: number; readonly number: number; readonly label: string };

/** The runs to be drawn: those of the spec that are shown, if the recording is of them. */
export function namedRuns(spec: ExperimentSpec, isShown: (number: number) => boolean): NamedRun[] {
  const labels = runLabels(spec);
  return spec.runs
    .map(({ number }, index) => ({ index, number, label: labels[index]! }))
    .filter(({ number }) => isShown(number));
}

/** Whether a recording is one of these runs: between two experiments it may be of others, or of none. */
export const isRecordingOf = (recording: Recording, spec: ExperimentSpec): spec is NetworkSpec =>
  !isSurfaceSpec(spec) && !recording.hasPaths && recording.frames > 0 && recording.runs === spec.runs.length;

/** Whether a recording is of these runs on the network that a spec says: its layers can then be read as such. */
export const isOfNetwork = (recording: Recording, recorded: ExperimentSpec, spec: NetworkSpec): boolean =>
  isRecordingOf(recording, recorded) &&
  recorded.network === spec.network &&
  recorded.hidden.join() === spec.hidden.join() &&
  recorded.runs.length === spec.runs.length;
