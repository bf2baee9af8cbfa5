import { useSyncExternalStore } from "react";
import { endingOf, withEndings, type Ending } from "../../experiment/endings";
import { isSurfaceSpec } from "../../experiment/spec";
import type { State, Store } from "../../store/store";
import { lastMean } from "../charts/running-mean";
import { useLab } from "../store-context/store-context";

/** What the networks of a page have ended in so far. */
type Endings = {
  readonly known: () => readonly Ending[];
  readonly onChange: (listener: () => void) => () => void;
};

/** A page has one store, and it is never given up. */
const kept = new WeakMap<Store, Endings>();

/** Remembers what networks end in, from the first call on, for as long as the page is open. */
export function keepEndings(store: Store): Endings {
  const before = kept.get(store);
  if (before) return before;
  let known: readonly Ending[] = [];
  const listeners = new Set<() => void>();
  const take = (state: State) => {
    const ended = endedIn(state);
    if (ended.length === 0) return;
    known = withEndings(known, ended);
    for (const listener of listeners) listener();
  };
  take(store.getState());
  store.subscribe((state, { execution }) => {
    if (state.execution !== execution) take(state);
  });
  const endings: Endings = {
    known: () => known,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  kept.set(store, endings);
  return endings;
}

/** What the networks of this page have ended in. */
export function useEndings(): readonly Ending[] {
  const { known, onChange } = keepEndings(useLab().store);
  return useSyncExternalStore(onChange, known);
}

/** What each run of a network that is trained to its end has ended in: the loss that the sentence above it says. */
function endedIn({ execution, recording, recordedSpec }: State): Ending[] {
  if (execution.status !== "complete" || isSurfaceSpec(recordedSpec)) return [];
  return recordedSpec.runs.map((run, i) =>
    endingOf(
      recordedSpec,
      run,
      recording.diverged(i) ? Infinity : lastMean(recording.lossesOf(i), recording.steps),
    ),
  );
}
