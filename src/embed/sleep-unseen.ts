import type { Actions } from "../store/actions";
import type { Session } from "../store/session";
import type { Store } from "../store/store";

/** Milliseconds out of sight after which the worker, and the device it holds, are given back. */
export const releaseAfter = 30_000;

type Sleeper = {
  readonly store: Pick<Store, "getState">;
  readonly actions: Pick<Actions, "play" | "pause">;
  readonly session: Pick<Session, "sleep" | "release" | "wake">;
};

/** Tells when an element comes into sight, and when it leaves it. */
export type Watch = (onChange: (isSeen: boolean) => void) => void;

/**
 * Computes and plays only while a frame is seen: `onFirst` is called when it first is; out of sight all rests, and
 * after a while the worker is ended. What was recorded stays.
 */
export function sleepUnseen({ store, actions, session }: Sleeper, onFirst: () => void, watch: Watch): void {
  let wasSeen = false;
  let isAsleep = true;
  let wasPlaying = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch((isSeen) => {
    if (isSeen !== isAsleep) return;
    isAsleep = !isSeen;
    clearTimeout(timer);
    if (isSeen) {
      session.wake();
      if (wasPlaying) actions.play();
      if (!wasSeen) onFirst();
      wasSeen = true;
    } else {
      wasPlaying = store.getState().playback.playing;
      if (wasPlaying) actions.pause();
      session.sleep();
      timer = setTimeout(() => session.release(), releaseAfter);
    }
  });
}

/** Watches an element by the browser's own measure. */
export const watchElement =
  (element: Element): Watch =>
  (onChange) =>
    new IntersectionObserver((entries) => onChange(entries.at(-1)!.isIntersecting)).observe(element);
