import { modifiers, type ModifierId } from "../modifiers/index";
import type { Convention } from "../optimizers/optimizer";
import { withoutBranch } from "./branch";
import { own } from "./own";
import { refusalOf } from "./refusal";
import { withLabel } from "./run-label";
import {
  hyperparametersOf,
  objectiveOf,
  ruleOf,
  type ExperimentSpec,
  type RunSpec,
  type ScheduleSpec,
} from "./spec";
import { runOn } from "./usual-spec";

export type { Convention, ModifierId };

/** What a run may take along to another rule. */
export type Settings = Pick<RunSpec, "hyperparameters" | "schedule">;

/** A run whose rule another convention writes; its rate, and what it was set to that the convention knows, stay. */
export function inConvention(
  spec: Pick<ExperimentSpec, "rules">,
  run: RunSpec,
  convention: Convention,
): RunSpec {
  const { lr } = hyperparametersOf(run, ruleOf(spec, run));
  const hyperparameters = { ...run.hyperparameters, ...(lr !== undefined && { lr }) };
  const rewritten = fitted(spec, { ...withoutBranch(run), convention, hyperparameters });
  const definitions = ruleOf(spec, rewritten).hyperparameters;
  const kept = Object.entries(rewritten.hyperparameters).filter(([name, value]) => {
    const definition = own(definitions, name);
    return !definition || (value !== definition.value && !refusalOf(name, value, definition));
  });
  return { ...rewritten, hyperparameters: Object.fromEntries(kept) };
}

/**
 * A run with another optimizer in its place; its modifiers stay, and its schedule where the rule has a rate. A name it was
 * given goes: it was that of the other one.
 */
export function withOptimizer(spec: ExperimentSpec, run: RunSpec, optimizer: string): RunSpec {
  const usual = runOn(objectiveOf(spec), optimizer, run.number);
  return fitted(spec, {
    ...withNumbers(withLabel(withoutBranch(run), undefined), usual.hyperparameters),
    optimizer,
    convention: usual.convention,
  });
}

/** A run with other numbers for its rule; the modifiers stay as they are. */
export function withNumbers(run: RunSpec, numbers: Readonly<Record<string, number>>): RunSpec {
  const around = Object.entries(run.hyperparameters).filter(([name]) => Object.hasOwn(modifiers, name));
  const others = Object.entries(numbers).filter(([name]) => !Object.hasOwn(modifiers, name));
  return { ...run, hyperparameters: Object.fromEntries([...others, ...around]) };
}

/** Whether a run's rule has a learning rate, which a schedule could change. */
export const hasRate = (spec: Pick<ExperimentSpec, "rules">, run: RunSpec): boolean =>
  Object.hasOwn(ruleOf(spec, run).hyperparameters, "lr");

/**
 * A spec whose runs have other learning rates; a run that is given none, or whose rule has none or cannot use it, stays as
 * it is. The same spec where nothing changes.
 */
export function withRates(
  spec: ExperimentSpec,
  rateOf: (index: number) => number | undefined,
): ExperimentSpec {
  const runs = spec.runs.map((run, i) => {
    const { hyperparameters } = ruleOf(spec, run);
    const [lr, definition] = [rateOf(i), own(hyperparameters, "lr")];
    const before = own(run.hyperparameters, "lr") ?? definition?.value;
    if (lr === undefined || lr === before || !definition || refusalOf("lr", lr, definition)) return run;
    return { ...run, hyperparameters: { ...run.hyperparameters, lr } };
  });
  return runs.every((run, i) => run === spec.runs[i]) ? spec : { ...spec, runs };
}

/** A run whose learning rate changes by a schedule, or by none. */
export function withSchedule(run: RunSpec, schedule: ScheduleSpec | undefined): RunSpec {
  const scheduled: RunSpec & { schedule?: ScheduleSpec } = { ...run };
  delete scheduled.schedule;
  return { ...scheduled, ...(schedule && { schedule }) };
}

/** A run with a modifier switched on and set, or switched off. */
export function withModifier(run: RunSpec, id: ModifierId, value: number | undefined): RunSpec {
  const others = Object.entries(run.hyperparameters).filter(([name]) => name !== id);
  const on = value === undefined ? {} : { [id]: value };
  return { ...run, hyperparameters: { ...Object.fromEntries(others), ...on } };
}

/** A run with the numbers and the schedule that its rule takes and no others; those it lacks come from `remembered`. */
export function fitted(
  spec: Pick<ExperimentSpec, "rules">,
  run: RunSpec,
  remembered: Settings = { hyperparameters: {} },
): RunSpec {
  const { hyperparameters } = ruleOf(spec, run);
  const taken = Object.entries({ ...remembered.hyperparameters, ...run.hyperparameters }).filter(
    ([name]) =>
      Object.hasOwn(hyperparameters, name) ||
      (Object.hasOwn(modifiers, name) && Object.hasOwn(run.hyperparameters, name)),
  );
  const { until } = run;
  const before = Object.entries(until?.hyperparameters ?? {}).filter(([name]) =>
    [hyperparameters, modifiers].some((known) => Object.hasOwn(known, name)),
  );
  const fitting = {
    ...run,
    hyperparameters: Object.fromEntries(taken),
    ...(until && { until: { ...until, hyperparameters: Object.fromEntries(before) } }),
  };
  return withSchedule(fitting, hasRate(spec, run) ? (run.schedule ?? remembered.schedule) : undefined);
}
