import { useEffect } from "react";
import { useLab } from "../store-context/store-context";
import { keyAction, type Focus } from "./playback-keys";
import { startClock } from "./playback-clock";
import { seekOrFollow } from "./seek-or-follow";
import { nextSpeed } from "./speeds";

/** Runs the clock as long as the caller is mounted; <Playback/> does. */
export function usePlaybackClock(): void {
  const lab = useLab();
  useEffect(() => startClock(lab), [lab]);
}

/** Listens for the playback's keys on the whole page. Mount it once. */
export function usePlaybackKeys(): void {
  const lab = useLab();
  useEffect(() => {
    const { store, actions } = lab;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = keyAction(event, focusOf(event.target));
      if (!action) return;
      event.preventDefault();
      switch (action) {
        case "toggle":
          return store.getState().playback.playing ? actions.pause() : actions.play();
        case "back":
          return actions.stepBy(-1);
        case "forward":
          return actions.stepBy(1);
        case "first":
          return actions.seek(0);
        case "last":
          return seekOrFollow(lab, Infinity);
        case "replay":
          actions.seek(0);
          return actions.play();
        case "loop":
          return actions.toggleLoop();
        case "branch":
          return actions.toggleBranch();
        case "slower":
        case "faster":
          return actions.setSpeed(nextSpeed(store.getState().playback.speed, action === "faster" ? 1 : -1));
        default:
          return action satisfies never;
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [lab]);
}

/** What has the focus, as far as it has keys of its own. */
function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return "page";
  const ranged = target.closest(
    'input[type="range"], [role="slider"], [role="radiogroup"], [role="tablist"], [role="application"]',
  );
  if (ranged) return "slider";
  if (
    target.closest(
      'input, select, textarea, [contenteditable]:not([contenteditable="false"]), dialog, [role="dialog"], [role="menu"], [role="listbox"]',
    )
  )
    return "field";
  return target.closest('button, a[href], summary, [role="button"], [role="tab"]') ? "button" : "page";
}
