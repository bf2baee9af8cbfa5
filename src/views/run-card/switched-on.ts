import { own } from "../../experiment/own";
import type { RunSpec } from "../../experiment/spec";
import { modifiers, type ModifierId } from "../../modifiers/index";
import { resolveSchedule } from "../../schedules/index";
import { numberText } from "../../ui/number-text";
import { runWords } from "../../words/en/run";
import { said } from "../../words/speak";

/** What stands around a run's rule, in a few words each: "clip 1", "cosine". */
export function switchedOn({
  hyperparameters,
  schedule,
  until,
}: Pick<RunSpec, "hyperparameters" | "schedule" | "until">) {
  const words = (Object.keys(modifiers) as ModifierId[]).flatMap((id) => {
    const value = own(hyperparameters, id);
    return value === undefined ? [] : [`${runWords().modifiers[id]} ${numberText(value)}`];
  });
  return [
    ...words,
    ...(schedule ? [said(resolveSchedule(schedule.id).name).toLowerCase()] : []),
    ...(until ? [runWords().fromStep(until.step)] : []),
  ];
}
