import { cosine } from "./cosine";
import { exponential } from "./exponential";
import { inverseSqrt } from "./inverse-sqrt";
import { oneCycle } from "./one-cycle";
import { plateau } from "./plateau";
import type { Schedule } from "./schedule";
import { step } from "./step";
import { warmUp } from "./warm-up";

/** All schedules, in teaching order; a run without one keeps its rate. */
export const schedules = {
  step,
  exponential,
  cosine,
  "one-cycle": oneCycle,
  "warm-up": warmUp,
  "inverse-sqrt": inverseSqrt,
  plateau,
} satisfies Record<string, Schedule>;

/** The schedule of that id; throws where there is none. */
export function resolveSchedule(id: string): Schedule {
  if (!Object.hasOwn(schedules, id)) throw new Error(`unknown schedule: ${id}`);
  return schedules[id as keyof typeof schedules];
}
