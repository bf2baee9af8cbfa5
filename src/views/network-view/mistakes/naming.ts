import type { Checkpoint } from "../../../experiment/frame";
import type { State, TestSet } from "../../../store/store";
import { isOfSpec } from "../network-data";

/** What all runs name at the cursor, and what the images truly show. */
export type Naming = {
  readonly snapshot: Checkpoint;
  readonly testSet: TestSet;
  /** Class that a run names for each test image: a view. */
  readonly namedBy: (run: number) => Uint8Array;
};

/** The last naming at or before the cursor; undefined until something was measured and the test images are here. */
export function namingAt(state: State): Naming | undefined {
  const { recording, playback, testSet } = state;
  const snapshot = isOfSpec(state) ? recording.snapshotAt(playback.step) : undefined;
  if (!snapshot || !testSet) return undefined;
  const images = snapshot.named.length / recording.runs;
  if (images !== testSet.labels.length) return undefined;
  return {
    snapshot,
    testSet,
    namedBy: (run) => snapshot.named.subarray(run * images, (run + 1) * images),
  };
}

/** The step at which a run diverged, if it did so at or before the cursor: what it names from there on means nothing. */
export function divergedBy({ recording, playback }: State, run: number): number | undefined {
  const divergence = run < recording.runs ? recording.diverged(run) : undefined;
  return divergence && playback.step >= divergence.step ? divergence.step : undefined;
}
