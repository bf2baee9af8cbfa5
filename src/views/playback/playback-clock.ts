import type { Lab } from "../store-context/store-context";
import { isSurfaceSpec } from "../../experiment/spec";
import type { State } from "../../store/store";

/** Steps a second at 1x, and the seconds a whole run takes at least, so that a short one can be followed. */
const usual = { stepsPerSecond: 60, surfaceSeconds: 5, networkSeconds: 20 };

/** Seconds that the end is shown before a loop begins anew. */
const restAtEnd = 0.8;

/** Seconds the cursor is moved on by at most in one frame. */
const longestFrame = 0.1;

/** Speed of the cursor: 60 steps a second on a surface, less on a short one; a network's many steps pass in 20 s. */
export function stepsPerSecond(steps: number, speed: number, isSurface: boolean): number {
  const { stepsPerSecond: most, surfaceSeconds, networkSeconds } = usual;
  return (
    speed * (isSurface ? Math.min(most, steps / surfaceSeconds) : Math.max(most, steps / networkSeconds))
  );
}

/** Where the cursor stands `seconds` later, with the fraction of a step it is under way. */
export function advance(cursor: { step: number; fraction: number }, seconds: number, rate: number) {
  const way = cursor.fraction + seconds * rate;
  return { step: cursor.step + Math.floor(way), fraction: way - Math.floor(way) };
}

/** Whether the cursor keeps to the newest frame: a network is watched while it trains. */
export const followsNewest = ({
  recordedSpec,
  execution,
}: Pick<State, "recordedSpec" | "execution">): boolean =>
  !isSurfaceSpec(recordedSpec) && (execution.status === "running" || execution.status === "preparing");

/** Moves the cursor while the store says it is playing; at the end stops it, or begins anew. Returns what ends the clock. */
export function startClock({ store, actions }: Pick<Lab, "store" | "actions">): () => void {
  let request = 0;
  let before: number | undefined;
  let fraction = 0;
  let rested = 0;

  const tick = (now: number) => {
    request = advanceOnce(now) ? requestAnimationFrame(tick) : 0;
  };

  /** Whether there is more to play. The store's listeners run within: `request` stays set until they have. */
  function advanceOnce(now: number): boolean {
    const { playback, recording, recordedSpec, execution, recorded, view } = store.getState();
    if (!playback.playing) return false;
    // After a long frame, as after a hidden tab, the cursor goes on from where it was.
    const seconds = Math.min((now - (before ?? now)) / 1000, longestFrame);
    before = now;
    if (followsNewest({ recordedSpec, execution })) {
      if (recorded - 1 > playback.step) actions.advanceTo(recorded - 1);
      return true;
    }
    const rate = stepsPerSecond(recording.steps, playback.speed, recording.hasPaths);
    const next = advance({ step: playback.step, fraction }, seconds, rate);
    fraction = next.fraction;
    const reached = Math.min(next.step, Math.max(0, recorded - 1));
    if (reached !== playback.step) actions.advanceTo(reached);
    const isComputing = execution.status === "preparing" || execution.status === "running";
    // Nothing to play and nothing to come: the store's next change begins anew.
    if (recorded === 0 && !isComputing) return false;
    if (next.step < recorded - 1 || isComputing) return true;
    if (!view.loops) {
      actions.pause();
      return false;
    }
    fraction = 0;
    rested += seconds;
    if (rested < restAtEnd) return true;
    rested = 0;
    actions.advanceTo(0);
    return true;
  }

  const begin = () => {
    if (request || !store.getState().playback.playing) return;
    before = undefined;
    fraction = 0;
    rested = 0;
    request = requestAnimationFrame(tick);
  };
  const unsubscribe = store.subscribe(begin);
  begin();
  return () => {
    unsubscribe();
    cancelAnimationFrame(request);
  };
}
