import type { Refusal } from "../formula/sentence";
import { refuse } from "./sentences";
import type { ExperimentSpec, RunSpec } from "./spec";

/** A longer name of a run would not stand on its card. */
export const longestLabel = 40;

/** A visitor's name for a run as it is kept: on one line, without blanks about it. */
export const tidyLabel = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/** Why a text cannot be a run's name, or undefined if it can. */
export function refusalOfLabel(text: unknown): Refusal | undefined {
  const length = typeof text === "string" ? [...tidyLabel(text)].length : 0;
  return length < 1 || length > longestLabel
    ? refuse("a run's name has 1 to {0} characters", longestLabel)
    : undefined;
}

/** A run under another name, or under its optimizer's. */
export function withLabel(run: RunSpec, label: string | undefined): RunSpec {
  const named: RunSpec & { label?: string } = { ...run };
  delete named.label;
  return label === undefined ? named : { ...named, label };
}

/** Whether two specs differ in no more than what their runs are called: what is computed is the same. */
export const isSameButLabels = (a: ExperimentSpec, b: ExperimentSpec): boolean =>
  unlabelled(a) === unlabelled(b);

const unlabelled = (spec: ExperimentSpec) =>
  JSON.stringify({ ...spec, runs: spec.runs.map((run) => withLabel(run, undefined)) });
