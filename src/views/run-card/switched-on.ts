import { own } from "../../experiment/own";
import type { RunSpec } from "../../experiment/spec";
import { modifiers } from "../../modifiers/index";
import { resolveSchedule } from "../../schedules/index";
import { numberText } from "../../ui/number-text";

/** What stands around a run's rule, in a few words each: "clip 1", "cosine". */
export function switchedOn({
  hyperparameters,
  schedule,
  until,
}: Pick<RunSpec, "hyperparameters" | "schedule" | "until">) {
  const words = Object.keys(modifiers).flatMap((id) => {
    const value = own(hyperparameters, id);
    return value === undefined ? [] : [`${wordsOf(id)} ${numberText(value)}`];
  });
  return [
    ...words,
    ...(schedule ? [resolveSchedule(schedule.id).name.toLowerCase()] : []),
    ...(until ? [`from step ${until.step}`] : []),
  ];
}

/** clipNorm is "clip norm", l1 "L1". */
const wordsOf = (id: string) =>
  id.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^l(?=\d)/, "L");
