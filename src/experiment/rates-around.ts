import { own } from "./own";
import {
  freeNumber,
  hyperparametersOf,
  maximumRuns,
  ruleOf,
  type ExperimentSpec,
  type RunSpec,
} from "./spec";

/** The nearest first: where few runs have room, they are those. */
const factors = [0.3, 3, 0.1, 10];

/**
 * Rates around a run's own that no run like it has yet, within the slider's range and as many as there is room for, from
 * the least to the greatest; undefined where its rule has no rate.
 */
export function ratesAround(spec: ExperimentSpec, run: RunSpec): readonly number[] | undefined {
  const rule = ruleOf(spec, run);
  const definition = own(rule.hyperparameters, "lr");
  if (!definition) return undefined;
  const [least, most] = definition.range;
  const rateOf = (other: RunSpec) => hyperparametersOf(other, rule).lr!;
  const there = new Set(spec.runs.filter((other) => isLike(spec, run, other)).map(rateOf));
  return factors
    .map((factor) => Number((factor * rateOf(run)).toPrecision(2)))
    .filter((rate) => rate >= least && rate <= most && !there.has(rate))
    .slice(0, maximumRuns - spec.runs.length)
    .sort((a, b) => a - b);
}

/** A spec with copies of a run at other rates, behind it. */
export function withRatesAround(spec: ExperimentSpec, index: number): ExperimentSpec {
  const run = spec.runs[index]!;
  const runs = [...spec.runs];
  for (const [i, lr] of (ratesAround(spec, run) ?? []).entries())
    runs.splice(index + 1 + i, 0, {
      ...run,
      hyperparameters: { ...run.hyperparameters, lr },
      number: freeNumber(runs),
    });
  return { ...spec, runs };
}

/** Whether two runs are the same but for their rate, their colour and what they are called. */
const isLike = (spec: ExperimentSpec, a: RunSpec, b: RunSpec) => bare(spec, a) === bare(spec, b);

const bare = (spec: ExperimentSpec, run: RunSpec) => {
  const { optimizer, convention, schedule, until } = run;
  const others = Object.entries(hyperparametersOf(run, ruleOf(spec, run))).filter(([name]) => name !== "lr");
  return JSON.stringify([optimizer, convention, others.sort(), schedule, until]);
};
