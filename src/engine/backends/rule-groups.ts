import type { CompiledRun } from "../compile";
import type { Rule } from "../../experiment/rule";

/** Runs of one rule, and their places in the experiment: what is computed together. */
export type RuleGroup = {
  readonly rule: Rule;
  readonly runs: readonly CompiledRun[];
  readonly places: readonly number[];
};

/** Sorts runs by rule, each group in the experiment's order. Equal texts are equal rules. */
export function groupByRule(runs: readonly CompiledRun[]): RuleGroup[] {
  const texts = [...new Set(runs.map(({ rule }) => rule.text))];
  return texts.map((text) => {
    const places = [...runs.keys()].filter((place) => runs[place]!.rule.text === text);
    const members = places.map((place) => runs[place]!);
    return { rule: members[0]!.rule, runs: members, places };
  });
}
