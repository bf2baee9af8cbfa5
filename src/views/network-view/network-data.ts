import { isSurfaceSpec, type ExperimentSpec } from "../../experiment/spec";
import type { State } from "../../store/store";
import { runLabels } from "../run-mark/labels";

/** A run as the network's charts name it; `index` is its place in the recording. */
export type NamedRun = { readonly index: number; readonly number: number; readonly label: string };

/** What was recorded, and what the page says now. */
type Recorded = Pick<State, "recording" | "recordedSpec" | "spec">;

/** The runs of a spec that are shown. */
export function namedRuns(spec: ExperimentSpec, isShown: (number: number) => boolean): NamedRun[] {
  const labels = runLabels(spec);
  return spec.runs
    .map(({ number }, index) => ({ index, number, label: labels[index]! }))
    .filter(({ number }) => isShown(number));
}

/**
 * Whether what is recorded is of the runs and layers that the spec says, whatever their numbers: between two experiments
 * it may be of others, or of none.
 */
export const isOfSpec = ({ recording, recordedSpec, spec }: Recorded): boolean =>
  !isSurfaceSpec(spec) &&
  !isSurfaceSpec(recordedSpec) &&
  !recording.hasPaths &&
  recording.frames > 0 &&
  recording.runs === spec.runs.length &&
  recordedSpec.network === spec.network &&
  recordedSpec.hidden.join() === spec.hidden.join() &&
  numbersOf(recordedSpec) === numbersOf(spec);

const numbersOf = ({ runs }: ExperimentSpec) => runs.map(({ number }) => number).join();
