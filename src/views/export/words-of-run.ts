import { hyperparametersOf, ruleOf, type ExperimentSpec } from "../../experiment/spec";
import { resolveSchedule } from "../../schedules/index";
import type { Point } from "../../surfaces/surface";
import { said } from "../../words/speak";
import { formatNumber, formatTick } from "../number-format/number-format";
import { runLabels } from "../run-mark/labels";

/** A run as the legend of a picture names it. */
export type RunInWords = { readonly number: number; readonly label: string; readonly settings: string };

/** All runs of a spec by name, with their rate and whatever else was chosen. */
export function runsInWords(spec: ExperimentSpec): RunInWords[] {
  const labels = runLabels(spec);
  return spec.runs.map((run, i) => {
    const values = hyperparametersOf(run, ruleOf(spec, run));
    const told = Object.entries(values).filter(
      ([name]) => name === "lr" || Object.hasOwn(run.hyperparameters, name),
    );
    const settings = [
      ...told.map(([name, value]) => `${name} ${formatNumber(value)}`),
      ...(run.schedule ? [said(resolveSchedule(run.schedule.id).name)] : []),
    ];
    return { number: run.number, label: labels[i]!, settings: settings.join(", ") };
  });
}

/** "(−9, 2)". */
export const placeOf = (point: Point): string => `(${point.map((each) => formatTick(each)).join(", ")})`;
