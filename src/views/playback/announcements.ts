import { isShown, type State, type Store } from "../../store/store";
import { runsInWords } from "./position-words";

/** Milliseconds between two announcements: a screen reader needs time to speak. */
const pace = 2000;

/** Says each run's step and loss, as they change: every two seconds at most, and when playing stops. Returns what ends it. */
export function startAnnouncing(store: Store, say: (words: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const announce = () => {
    clearTimeout(timer);
    timer = undefined;
    say(wordsOf(store.getState()));
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (before.playback.playing && !state.playback.playing) announce();
    else if (heard.some((key) => state[key] !== before[key]) || state.playback.step !== before.playback.step)
      timer ??= setTimeout(announce, pace);
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}

/** What the words are made of, beside the cursor: a slider's move changes the recording, not the step. */
const heard = ["spec", "recordedSpec", "recording", "recorded", "hidden"] as const satisfies (keyof State)[];

/** Nothing without runs, though the last one's recording may still be there. */
const wordsOf = (state: State): string =>
  state.spec.runs.length === 0
    ? ""
    : runsInWords(state.recordedSpec, state.recording, state.playback.step, (number) =>
        isShown(state, number),
      );
