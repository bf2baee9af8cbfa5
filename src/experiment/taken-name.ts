import type { Refusal } from "../formula/sentence";
import { modifiers } from "../modifiers/index";
import { refuse } from "./sentences";

/** Names that stand around a rule, so that a rule cannot use them; and why. */
export function takenName(name: string): Refusal | undefined {
  if (Object.hasOwn(modifiers, name))
    return refuse('"{0}" is a modifier that every run has; choose another name', name);
  if (around.has(name) || name.startsWith(schedulePrefix))
    return refuse('"{0}" has a meaning of its own here; choose another name', name);
  return undefined;
}

/** What a schedule's own names begin with where they stand among a rule's. */
export const schedulePrefix = "schedule_";

/** Given to schedules and modifiers by the engine. */
export const givenAround = ["g_norm", "loss_t"] as const;

const around = new Set<string>(["schedule", "until", "steps", "lr_t", ...givenAround]);
