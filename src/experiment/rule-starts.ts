import type { Network } from "../networks/network";
import { optimizers } from "../optimizers/index";
import { conventionsOf, formulationOf, type Convention, type Formulation } from "../optimizers/optimizer";
import type { Surface } from "../surfaces/surface";
import { ownOptimizer } from "./own-optimizer";
import { runOn } from "./usual-spec";
import { valuesOf } from "./spec";

/** A registered rule as text to start a rule of one's own from. */
export type RuleStart = {
  readonly id: keyof typeof optimizers;
  readonly convention: Convention;
  /** "Adam", or "Adam, Keras". */
  readonly name: string;
  /** Without the indentation of its file. */
  readonly update: string;
};

const written: Readonly<Record<Convention, string>> = {
  pytorch: "",
  keras: ", Keras",
  textbook: ", Textbook",
};

const all = Object.entries(optimizers).flatMap(([id, optimizer]) =>
  conventionsOf(optimizer).map((convention) => ({
    id: id as RuleStart["id"],
    convention,
    name: optimizer.name + written[convention],
    formulation: formulationOf(optimizer, convention) as Formulation,
  })),
);

/** A text says neither what state starts from, but for 0, nor that the iterate is another than theta. */
const isTypable = ({ initial, reports }: Formulation) => initial === undefined && reports === undefined;

/** All that a text can say, in teaching order and in every convention. */
export const ruleStarts: readonly RuleStart[] = all
  .filter(({ formulation }) => isTypable(formulation))
  .map(({ id, convention, name, formulation: { update } }) => ({
    id,
    convention,
    name,
    update: dedented(update),
  }));

/** Names of the registered rules that no text can say. */
export const untypableRules: readonly string[] = all
  .filter(({ formulation }) => !isTypable(formulation))
  .map(({ name }) => name);

/** The numbers with which the text walks on an objective as the rule it is taken from. */
export function numbersOf(
  { id, convention, update }: RuleStart,
  objective: Surface | Network,
): Record<string, number> {
  const { hyperparameters } = formulationOf(optimizers[id], convention);
  const values = valuesOf(hyperparameters, runOn(objective, id, 1, convention).hyperparameters);
  const usual = ownOptimizer({ name: "", update }).hyperparameters;
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => usual[name]?.value !== value));
}

function dedented(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).join("\n");
}
