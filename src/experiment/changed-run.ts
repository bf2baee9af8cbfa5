import { modifiers, type ModifierId } from "../modifiers/index";
import { formulationOf, type Convention } from "../optimizers/optimizer";
import {
  hyperparametersOf,
  optimizerOf,
  ruleOf,
  type ExperimentSpec,
  type RunSpec,
  type ScheduleSpec,
} from "./spec";

export type { Convention, ModifierId };

/** A run whose rule another convention writes, with that convention's defaults; its rate and modifiers stay. */
export function inConvention(
  spec: Pick<ExperimentSpec, "rules">,
  run: RunSpec,
  convention: Convention,
): RunSpec {
  const { lr } = hyperparametersOf(run, ruleOf(spec, run));
  const usual = formulationOf(optimizerOf(spec, run), convention).hyperparameters.lr?.value;
  const kept = Object.entries(run.hyperparameters).filter(([name]) => Object.hasOwn(modifiers, name));
  const rate = lr === undefined || lr === usual ? {} : { lr };
  return { ...run, convention, hyperparameters: { ...rate, ...Object.fromEntries(kept) } };
}

/** A run whose learning rate changes by a schedule, or by none. */
export function withSchedule(run: RunSpec, schedule: ScheduleSpec | undefined): RunSpec {
  const { optimizer, convention, hyperparameters, number } = run;
  return { optimizer, convention, hyperparameters, ...(schedule && { schedule }), number };
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
  remembered: Readonly<Record<string, number>> = {},
): RunSpec {
  const { hyperparameters } = ruleOf(spec, run);
  const isTaken = (name: string) => Object.hasOwn(hyperparameters, name);
  const numbers = [
    ...Object.entries(remembered).filter(([name]) => isTaken(name)),
    ...Object.entries(run.hyperparameters).filter(
      ([name]) => isTaken(name) || Object.hasOwn(modifiers, name),
    ),
  ];
  const fitting = { ...run, hyperparameters: Object.fromEntries(numbers) };
  return isTaken("lr") ? fitting : withSchedule(fitting, undefined);
}
