import { startTransition, useEffect, useState } from "react";
import type { State } from "../../store/store";
import { useLab } from "../store-context/store-context";

/** A recording, and what it is of. */
type Recorded = Pick<State, "recording" | "recordedSpec" | "recorded">;

/**
 * What is recorded, as of a recent frame: a slider's moves render once in each at most, and come first. Another object
 * whenever the recording has grown, though it grows in place.
 */
export function useRecorded(): Recorded {
  const { store } = useLab();
  const [recorded, setRecorded] = useState<Recorded>(() => recordedOf(store.getState()));
  useEffect(() => {
    let request = 0;
    const update = () => {
      request = 0;
      // The map's paths and the next move of a slider come first.
      startTransition(() =>
        setRecorded((before) => (isSame(before, store.getState()) ? before : recordedOf(store.getState()))),
      );
    };
    update();
    const unsubscribe = store.subscribe((state, before) => {
      if (!isSame(state, before)) request ||= requestAnimationFrame(update);
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(request);
    };
  }, [store]);
  return recorded;
}

const recordedOf = ({ recording, recordedSpec, recorded }: State): Recorded => ({
  recording,
  recordedSpec,
  recorded,
});

const isSame = (a: Recorded, b: Recorded) =>
  a.recording === b.recording && a.recordedSpec === b.recordedSpec && a.recorded === b.recorded;
