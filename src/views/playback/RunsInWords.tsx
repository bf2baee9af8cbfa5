import { useEffect, useState } from "react";
import { isShown } from "../../store/store";
import { useLab } from "../store-context/store-context";
import { runsInWords } from "./position-words";

/** Milliseconds between two announcements while playing: a screen reader needs time to speak. */
const pace = 2000;

/** Each run's step and loss as a text a screen reader hears: every two seconds at most, and when playing stops. */
export function RunsInWords() {
  const { store } = useLab();
  const [words, setWords] = useState("");

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const announce = () => {
      timer = undefined;
      const state = store.getState();
      setWords(
        runsInWords(state.recordedSpec, state.recording, state.playback.step, (number) =>
          isShown(state, number),
        ),
      );
    };
    const unsubscribe = store.subscribe(({ playback, recorded }, before) => {
      const hasPaused = before.playback.playing && !playback.playing;
      if (hasPaused) clearTimeout(timer);
      if (hasPaused) announce();
      else if (playback.step !== before.playback.step || recorded !== before.recorded)
        timer ??= setTimeout(announce, pace);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [store]);

  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  );
}
