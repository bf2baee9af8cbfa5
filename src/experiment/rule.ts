import type { Assignment, Expression } from "../formula/ast";
import { hoist } from "../formula/hoist";
import { namesIn, scopeOf } from "../formula/scope";
import type { ComposedRule } from "./composed-rule";
import { givenAround } from "./taken-name";

/** An update rule, parsed: `perStep` is the same for all parameters of a step, `update` is run for each. */
export type Rule = {
  readonly state: readonly string[];
  /** First values of `state`, each in `theta` and hyperparameters. */
  readonly initial: readonly Expression[];
  /** The name whose value is the iterate: `theta`, or a state. */
  readonly reports: string;
  readonly hyperparameters: readonly string[];
  /** Assignments in `t` and hyperparameters, computed in float64 once a step. */
  readonly perStep: readonly Assignment[];
  /** Assignments to `g` in `theta` and hyperparameters, made before its norm is taken. */
  readonly penalties: readonly Assignment[];
  /**
   * Assignments in `theta`, `g`, state, locals, hyperparameters, the names of `perStep`, and where the rule reads them
   * `g_norm`, the length of the whole gradient, and `loss_t`, the loss the step sets out from.
   */
  readonly update: readonly Assignment[];
  readonly readsNorm: boolean;
  readonly readsLoss: boolean;
  /** Equal texts are equal rules. */
  readonly text: string;
};

const rules = new Map<string, Rule>();

/** Sorts the names of a composed rule and hoists what is the same for all parameters; the same text only once. */
export function compileRule(composed: ComposedRule): Rule {
  const known = rules.get(composed.text);
  if (known) return known;
  const { penalties, text, reports } = composed;
  const lines = [...penalties, ...composed.update];
  const { state, hyperparameters } = scopeOf(lines, givenAround);
  const initial = state.map((name): Expression => composed.initial[name] ?? { kind: "number", value: 0 });
  const first = new Set(initial.flatMap((expression) => [...namesIn(expression)]));
  first.delete("theta");
  const { hoisted, program } = hoist(composed.update, new Set(["theta", "g", ...givenAround, ...state]));
  const reads = (given: string) => lines.some(({ value }) => namesIn(value).has(given));
  const rule: Rule = {
    state,
    initial,
    reports,
    hyperparameters: [...new Set([...hyperparameters, ...first])],
    perStep: hoisted,
    penalties,
    update: program,
    readsNorm: reads("g_norm"),
    readsLoss: reads("loss_t"),
    text,
  };
  rules.set(text, rule);
  return rule;
}
