import { modifiers } from "../modifiers/index";

/** Names that stand around a rule, so that a rule cannot use them; and why, in the reader's words. */
export function takenName(name: string): string | undefined {
  if (Object.hasOwn(modifiers, name))
    return `"${name}" is a modifier that every run has; choose another name`;
  if (around.has(name) || name.startsWith(schedulePrefix))
    return `"${name}" has a meaning of its own here; choose another name`;
  return undefined;
}

/** What a schedule's own names begin with where they stand among a rule's. */
export const schedulePrefix = "schedule_";

/** Given to schedules and modifiers by the engine. */
export const givenAround = ["g_norm", "loss_t"] as const;

const around = new Set<string>(["schedule", "until", "steps", "lr_t", ...givenAround]);
