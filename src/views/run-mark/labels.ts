import {
  hyperparametersOf,
  optimizerOf,
  ruleOf,
  type ExperimentSpec,
  type RunSpec,
} from "../../experiment/spec";
import { symbolOf } from "../../formula/emit/symbol";
import { textOf } from "../../formula/math-node";
import { numberText } from "../../ui/number-text";
import { conventionName } from "../reference/convention-words";
import { referenceWords } from "../../words/en/reference";
import { said } from "../../words/speak";

type Runs = Pick<ExperimentSpec, "runs" | "rules">;

/**
 * What the runs are called on the page: as the visitor has named them, else by their optimizers. Two of one optimizer
 * are told apart by their conventions, where those differ ("RMSprop", "RMSprop, Keras"), then by the first
 * hyperparameter that no two of them share: Momentum η 0.002, Momentum η 0.02, with a no-break space after the symbol.
 * What is still alike is counted: Momentum, Momentum 2.
 */
export function runLabels(spec: Runs): string[] {
  const names = spec.runs.map((run) => run.label ?? said(optimizerOf(spec, run).name) + suffixOf(run, spec));
  const told = names.map((name, i) => {
    const alike = spec.runs.filter((_, j) => names[j] === name);
    return name + (alike.length > 1 ? settingApart(spec.runs[i]!, alike, spec) : "");
  });
  const seen = new Map<string, number>();
  return told.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

/** The convention of a run, if another run of its optimizer has another one. */
function suffixOf(run: RunSpec, { runs }: Runs): string {
  const isAmbiguous = runs.some(
    (other) => other.optimizer === run.optimizer && other.convention !== run.convention,
  );
  return isAmbiguous && run.convention !== "pytorch" ? conventionEnding(run) : "";
}

/** What a name ends in where it says its convention. */
export const conventionEnding = ({ convention }: RunSpec) =>
  referenceWords().comma + conventionName(convention);

/** The setting of a run that tells it from all others of its name, or nothing where none does. */
function settingApart(run: RunSpec, alike: readonly RunSpec[], spec: Runs): string {
  if (alike.some(({ label }) => label !== undefined)) return "";
  const rule = ruleOf(spec, run);
  const valuesOf = (name: string) => alike.map((one) => hyperparametersOf(one, rule)[name]);
  const name = Object.keys(rule.hyperparameters).find(
    (name) => new Set(valuesOf(name)).size === alike.length,
  );
  if (name === undefined) return "";
  return settingStart(name) + numberText(hyperparametersOf(run, rule)[name]!);
}

/** How a setting in a name begins; the no-break space tells it from what a visitor may have written. */
export const settingStart = (name: string) => ` ${textOf(symbolOf(name))}\u00a0`;

/** A label in two: what may be cut where there is no room, and what tells it from its like, which stays. */
export function labelParts(label: string): readonly [name: string, ending: string] {
  const ending = / (?:\S+\u00a0\S+|\d{1,2})$/.exec(label)?.[0] ?? "";
  return [label.slice(0, label.length - ending.length), ending];
}
