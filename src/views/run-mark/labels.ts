import { optimizerOf, type ExperimentSpec, type RunSpec } from "../../experiment/spec";
import { conventionName } from "../reference/convention-words";
import { referenceWords } from "../../words/en/reference";
import { said } from "../../words/speak";

/**
 * What the runs are called on the page: as the visitor has named them, else by their optimizers. Two of one optimizer are told apart by their conventions, where those differ
 * ("RMSprop", "RMSprop, Keras"); what is still alike is counted: Momentum, Momentum 2.
 */
export function runLabels(spec: Pick<ExperimentSpec, "runs" | "rules">): string[] {
  const seen = new Map<string, number>();
  return spec.runs.map((run) => {
    const isAmbiguous = spec.runs.some((other) => isSameElsewhere(run, other));
    const suffix =
      isAmbiguous && run.convention !== "pytorch"
        ? referenceWords().comma + conventionName(run.convention)
        : "";
    const name = run.label ?? said(optimizerOf(spec, run).name) + suffix;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

/** A run's name where there is room for no more than an optimizer's: a visitor may call it anything. */
export const shortLabel = (label: string): string => {
  const letters = [...label];
  return letters.length > longestShown
    ? `${letters
        .slice(0, longestShown - 1)
        .join("")
        .trimEnd()}…`
    : label;
};

const longestShown = 17;

const isSameElsewhere = (run: RunSpec, other: RunSpec) =>
  other.optimizer === run.optimizer && other.convention !== run.convention;
