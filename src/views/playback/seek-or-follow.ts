import type { Lab } from "../store-context/store-context";
import { followsNewest } from "./playback-clock";

/** Moves the cursor to a recorded step; at the newest frame of a network that is training, it goes on with it. */
export function seekOrFollow({ store, actions }: Pick<Lab, "store" | "actions">, step: number): void {
  actions.seek(step);
  const { playback, recorded, recording } = store.getState();
  const isAtNewest = playback.step >= recorded - 1 && playback.step < recording.steps;
  if (isAtNewest && followsNewest(store.getState())) actions.play();
}
