import type { Rule } from "../../../experiment/rule";
import { wgslPreamble } from "../../../formula/emit/wgsl";
import type { CompiledRun } from "../../compile";
import { repeated } from "./network-kernel";
import { givenName, perStepNames, ruleFunctions } from "./rule-functions";

/** The distinct rules of some runs, and the widths of the tables that hold their numbers. */
export type RuleSet = {
  readonly rules: readonly Rule[];
  readonly hyperparameters: number;
  readonly perStep: number;
};

/** Equal texts are equal rules. */
export function ruleSetOf(runs: readonly CompiledRun[]): RuleSet {
  const rules = [...new Map(runs.map(({ rule }) => [rule.text, rule])).values()];
  const widest = (names: (rule: Rule) => readonly unknown[]) =>
    Math.max(1, ...rules.map((rule) => names(rule).length));
  return {
    rules,
    hyperparameters: widest(({ hyperparameters }) => hyperparameters),
    perStep: widest(({ perStep }) => perStep),
  };
}

/** WGSL functions of all rules: see rule-functions.ts; the suffix is `_` and the rule's index. */
export const rulesWgsl = ({ rules }: RuleSet): string =>
  `${wgslPreamble}\n${rules.map((rule, i) => ruleFunctions(rule, `_${i}`)).join("\n\n")}`;

/**
 * The statements of the run's own rule. A switch in one kernel, not a dispatch a rule: it is the same for a whole
 * workgroup, and six rules take hardly longer than one.
 */
export const ofItsRule = ({ rules }: RuleSet, body: (rule: Rule, index: number) => string): string =>
  `  switch _window.run[_run].y {
${rules.map((rule, i) => `    case ${i}u: {\n${body(rule, i)}\n    }`).join("\n")}
    default: {}
  }`;

/** Reads a run's hyperparameters. */
export const readHyperparameters = ({ hyperparameters: width }: RuleSet, { hyperparameters }: Rule): string =>
  repeated(
    hyperparameters.length,
    (i) => `      let ${givenName(hyperparameters[i]!)} = _hyperparameters[_run * ${width}u + ${i}u];`,
  );

/** Reads a run's values of this step. */
export function readPerStep({ perStep: width }: RuleSet, rule: Rule): string {
  const names = perStepNames(rule);
  return repeated(
    names.length,
    (i) =>
      `      let ${givenName(names[i]!)} = _perStep[(_frame * _window.runs + _run) * ${width}u + ${i}u];`,
  );
}
