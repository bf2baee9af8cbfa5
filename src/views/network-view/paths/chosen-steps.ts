import { leastMissed } from "../../../experiment/snapshots";

/**
 * At most `most` of some steps, the first and the last among them, as if they had come one by one: what is chosen of
 * more steps is what was chosen before, less what is missed least, and the new ones.
 */
export function chosenSteps(steps: readonly number[], most: number): number[] {
  const chosen: number[] = [];
  for (const step of steps) {
    chosen.push(step);
    if (chosen.length > Math.max(2, most)) chosen.splice(leastMissed(chosen), 1);
  }
  return chosen;
}
