import { walkAlong, type Walk, type WalkableRule } from "./walkable-rule";
import type { Recording } from "./recording";
import type { RunSpec } from "./spec";

/** Steps between two places a walk can be taken up again. */
const between = 64;

/** What a run remembered at each of its steps, though only its path was recorded. */
export type Replay = {
  /** The walk as it is when a step has begun, from 1 to the run's last; good until the next call. */
  at(step: number): Walk;
};

/**
 * Walks a rule along a run as far as it is asked to, and no way twice: what it remembers is kept every few steps, so that
 * the next step and the one before are near.
 */
export function replayOf(
  rule: WalkableRule,
  recording: Recording,
  run: number,
  numbers: Readonly<Record<string, number>>,
  until?: RunSpec["until"],
): Replay {
  const walk = walkAlong(rule, recording, run, numbers, until);
  const kept: Walk["values"][] = [copyOf(walk)];
  return {
    at(step) {
      const before = step - 1;
      const nearest = Math.min(Math.floor(before / between), kept.length - 1);
      if (!(walk.done <= before && walk.done >= nearest * between))
        walk.resume(nearest * between, kept[nearest]!);
      while (walk.done < before) {
        walk.begin();
        walk.finish();
        if (walk.done === kept.length * between) kept.push(copyOf(walk));
      }
      walk.begin();
      return walk;
    },
  };
}

const copyOf = ({ values: [x, y] }: Walk) => [x.slice(), y.slice()] as const;
