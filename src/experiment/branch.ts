import { modifiers } from "../modifiers/index";
import type { RunSpec } from "./spec";

/**
 * A run as it was before it branched: with the numbers it had until then, throughout. What stands around its rule stays
 * the same: a branch changes numbers, not formulas.
 */
export function beforeBranch(run: RunSpec): RunSpec {
  const { until } = run;
  if (!until) return run;
  const isModifier = ([name]: readonly [string, number]) => Object.hasOwn(modifiers, name);
  const around = Object.entries(run.hyperparameters)
    .filter(isModifier)
    .map(([name, value]) => [name, until.hyperparameters[name] ?? value] as const);
  const numbers = Object.entries(until.hyperparameters).filter((entry) => !isModifier(entry));
  return { ...withoutBranch(run), hyperparameters: Object.fromEntries([...numbers, ...around]) };
}

/** A run whose numbers hold from its start. */
export function withoutBranch(run: RunSpec): RunSpec {
  const whole: RunSpec & { until?: RunSpec["until"] } = { ...run };
  delete whole.until;
  return whole;
}

/** A run whose numbers, once they change, change from a step on; one that has branched already stays as it is. */
export const branchedAt = (run: RunSpec, step: number): RunSpec =>
  run.until ? run : { ...run, until: { step, hyperparameters: run.hyperparameters } };

/** The ways that branched runs have left, as runs, in the order of the runs. */
export const leftRuns = (runs: readonly RunSpec[]): RunSpec[] =>
  runs.filter(({ until }) => until).map(beforeBranch);
