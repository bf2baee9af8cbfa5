import { modifiers } from "../../modifiers/index";
import type { Modifier } from "../../modifiers/modifier";
import type { Convention } from "../../optimizers/optimizer";
import { resolveSchedule } from "../../schedules/index";
import { optimizerOf, type ExperimentSpec, type RunSpec } from "../spec";

/** A run's rule in a few sentences: its name, whose convention it is in, where it is from, and what is around it. */
export function descriptionOf(spec: Pick<ExperimentSpec, "rules">, run: RunSpec): string[] {
  const { name, reference } = optimizerOf(spec, run);
  const around = Object.entries<Modifier>(modifiers).filter(([id]) => Object.hasOwn(run.hyperparameters, id));
  return [
    reference ? `${name}, in ${owners[run.convention]} convention.` : `${name}, a rule of your own.`,
    ...(reference ? [`${reference}.`] : []),
    ...(around.length > 0
      ? [`Around it: ${around.map(([, modifier]) => inSentence(modifier.name)).join(", ")}.`]
      : []),
    ...(run.schedule ? [`Schedule: ${inSentence(resolveSchedule(run.schedule.id).name)}.`] : []),
  ];
}

/** "Clip by norm" as "clip by norm", but "L2 penalty" as it is. */
const inSentence = (name: string) => name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

const owners: Readonly<Record<Convention, string>> = {
  pytorch: "PyTorch's",
  keras: "Keras's",
  textbook: "the textbooks'",
};
