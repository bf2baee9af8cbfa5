import { fitted } from "./changed-run";
import type { ExperimentSpec } from "./spec";

/** An experiment without a rule, and without its runs. */
export function without<Spec extends ExperimentSpec>(spec: Spec, name: string): Spec {
  const rules = spec.rules.filter((rule) => rule.name !== name);
  const runs = spec.runs.filter((run) => run.optimizer !== name);
  return { ...spec, rules, runs };
}

/** An experiment in which a rule and its runs have another name; what else had that name is gone. */
export function renamed<Spec extends ExperimentSpec>(spec: Spec, name: string, to: string): Spec {
  const { rules, runs } = without(spec, to);
  return {
    ...spec,
    rules: rules.map((rule) => (rule.name === name ? { ...rule, name: to } : rule)),
    runs: runs.map((run) => (run.optimizer === name ? { ...run, optimizer: to } : run)),
  };
}

/**
 * An experiment as it was left, with the rules as they are now; runs of rules that are gone are gone. For going back to
 * it by the visitor's will, not by the browser's history.
 */
export function withRulesOf<Spec extends ExperimentSpec>(left: Spec, { rules }: ExperimentSpec): Spec {
  if (JSON.stringify(left.rules) === JSON.stringify(rules)) return left;
  const isGone = (name: string) =>
    left.rules.some((rule) => rule.name === name) && !rules.some((rule) => rule.name === name);
  const runs = left.runs.filter(({ optimizer }) => !isGone(optimizer));
  return { ...left, rules, runs: runs.map((run) => fitted({ rules }, run)) };
}
