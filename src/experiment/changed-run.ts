import { modifiers, type ModifierId } from "../modifiers/index";
import { formulationOf, type Convention } from "../optimizers/optimizer";
import { optimizerOf, type ExperimentSpec, type RunSpec, type ScheduleSpec } from "./spec";

export type { Convention, ModifierId };

/** A run whose rule another convention writes, with that convention's defaults but for its rate and modifiers. */
export function inConvention(
  spec: Pick<ExperimentSpec, "rules">,
  run: RunSpec,
  convention: Convention,
): RunSpec {
  const { lr } = formulationOf(optimizerOf(spec, run), convention).hyperparameters;
  const kept = Object.entries(run.hyperparameters).filter(([name, value]) =>
    name === "lr" ? value !== lr?.value : Object.hasOwn(modifiers, name),
  );
  return { ...run, convention, hyperparameters: Object.fromEntries(kept) };
}

/** A run whose learning rate changes by a schedule, or by none. */
export function withSchedule(run: RunSpec, schedule: ScheduleSpec | undefined): RunSpec {
  const { schedule: _, ...others } = run;
  return schedule ? { ...others, schedule } : others;
}

/** A run with a modifier switched on and set, or switched off. */
export function withModifier(run: RunSpec, id: ModifierId, value: number | undefined): RunSpec {
  const { [id]: _, ...others } = run.hyperparameters;
  return { ...run, hyperparameters: value === undefined ? others : { ...others, [id]: value } };
}
