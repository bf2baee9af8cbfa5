import { useEffect, useRef, useState } from "react";
import type { Recording } from "../../experiment/recording";
import { useLab } from "../store-context/store-context";
import { isRecordingOf } from "../network-view/network-data";
import { pathsOf, type Paths, type PlaneChoice } from "./paths";

/** Milliseconds of a frame that projecting may take. */
const share = 5;
/** Milliseconds between two projections while the recording grows. */
const pause = 700;

/** The projected paths of what is recorded, computed a little in each frame, and anew as the recording grows. */
export function usePaths(choice: PlaneChoice, runs: readonly number[]): Paths | undefined {
  const { store } = useLab();
  const [paths, setPaths] = useState<Paths>();
  const key = JSON.stringify([choice, runs]);
  const asked = useRef({ choice, runs });
  useEffect(() => void (asked.current = { choice, runs }));

  useEffect(() => {
    let [request, timer] = [0, 0];
    let known: readonly [Recording, number] | undefined;
    let isWorking = false;
    const begin = () => {
      const { recording, recordedSpec } = store.getState();
      const { length } = recording.checkpoints;
      if (isWorking || !isRecordingOf(recording, recordedSpec)) return;
      if (known?.[0] === recording && known[1] === length) return;
      if (known?.[0] !== recording) setPaths(undefined);
      known = [recording, length];
      isWorking = true;
      const { choice, runs } = asked.current;
      const work = pathsOf(recording, choice, runs);
      const go = () => {
        const begun = performance.now();
        let next = work.next();
        while (!next.done && performance.now() - begun < share) next = work.next();
        if (!next.done) return void (request = requestAnimationFrame(go));
        setPaths(next.value);
        timer = window.setTimeout(() => {
          isWorking = false;
          begin();
        }, pause);
      };
      go();
    };
    begin();
    const unsubscribe = store.subscribe(begin);
    return () => {
      unsubscribe();
      cancelAnimationFrame(request);
      clearTimeout(timer);
    };
    // Begun anew for another plane or other runs.
  }, [store, key]);
  return paths;
}
