import type { Recording } from "../../experiment/recording";
import { isSameNumbers } from "../../experiment/same-numbers";
import { isSameButRuns } from "../../experiment/same-but-runs";
import type { ExperimentSpec, RunSpec } from "../../experiment/spec";

type Kept<T> = {
  readonly spec: ExperimentSpec;
  readonly label: string;
  readonly losses: Float64Array;
  readonly made: T;
};
type Recorded = {
  readonly spec: ExperimentSpec;
  readonly recording: Recording;
  readonly index: number;
  readonly label: string;
};

/**
 * Keeps what is made of each run, by a name: it is made anew only where the run went another way than before. A slider
 * moves one of eight runs; what is made of the others stays the very same object.
 */
export function createKeeper<T>(): (name: string, recorded: Recorded, make: () => T) => T {
  const kept = new WeakMap<RunSpec, Map<string, Kept<T>>>();
  return (name, { spec, recording, index, label }, make) => {
    const run = spec.runs[index]!;
    const losses = recording.lossesOf(index);
    const ofRun = kept.get(run) ?? new Map<string, Kept<T>>();
    kept.set(run, ofRun);
    const known = ofRun.get(name);
    const isSame =
      known?.label === label && isSameButRuns(known.spec, spec) && isSameNumbers(known.losses, losses);
    const made = isSame ? known.made : make();
    // The newest recording is kept, not the first: what is no longer shown can go.
    ofRun.set(name, { spec, label, losses, made });
    return made;
  };
}
