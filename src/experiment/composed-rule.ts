import type { Assignment, Expression } from "../formula/ast";
import { literal, substitute } from "../formula/build";
import { parseExpression, parseProgram } from "../formula/parse";
import { renamedProgram } from "../formula/rename";
import { namesIn } from "../formula/scope";
import { modifiers } from "../modifiers/index";
import type { Modifier } from "../modifiers/modifier";
import type { Formulation } from "../optimizers/optimizer";
import { resolveSchedule } from "../schedules/index";
import type { Schedule } from "../schedules/schedule";
import { beforeBranch } from "./branch";
import { own } from "./own";
import { remember } from "./remember";
import { hyperparametersOf, ruleOf, valuesOf, type ExperimentSpec, type RunSpec } from "./spec";
import { givenAround, schedulePrefix } from "./taken-name";

/** A rule with everything around it, as formulas: what runs, and what its card shows. */
export type ComposedRule = {
  /** Assignments to `g`, made before its norm is taken. */
  readonly penalties: readonly Assignment[];
  /** The schedule's lines, the modifiers' and the rule's, in the order in which they run. */
  readonly update: readonly Assignment[];
  /** First values of state, in `theta` and hyperparameters; 0 where none is given. */
  readonly initial: Readonly<Record<string, Expression>>;
  /** The name whose value is the iterate. */
  readonly reports: string;
  /** Equal texts are equal rules. */
  readonly text: string;
};

/** The rule of a run with its schedule and modifiers. Throws on unknown names and unreadable formulas. */
export function ruleOfRun(spec: Pick<ExperimentSpec, "rules">, run: RunSpec): ComposedRule {
  const { update, initial, reports } = ruleOf(spec, run);
  return composed(
    { update, ...(initial && { initial }), ...(reports !== undefined && { reports }) },
    run.schedule?.id,
    Object.keys(modifiers).filter((id) => Object.hasOwn(run.hyperparameters, id)),
  );
}

/** Values of all that a composed rule names, but for `steps`, which the engine knows. */
export function numbersOfRun(spec: Pick<ExperimentSpec, "rules">, run: RunSpec): Record<string, number> {
  const { schedule } = run;
  const parameters = schedule ? valuesOf(resolveSchedule(schedule.id).parameters, schedule.parameters) : {};
  return {
    ...hyperparametersOf(run, ruleOf(spec, run)),
    ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [schedulePrefix + name, value])),
  };
}

/** The step until which a run that branches has other numbers, with all of them and the number of steps. */
export function branchOf(
  spec: Pick<ExperimentSpec, "rules">,
  run: RunSpec,
  steps: number,
): { readonly until?: NonNullable<RunSpec["until"]> } {
  if (!run.until) return {};
  const hyperparameters = { ...numbersOfRun(spec, beforeBranch(run)), steps };
  return { until: { step: run.until.step, hyperparameters } };
}

/** A rule's lines with a schedule's before them and modifiers' around them. */
export const composed = remember(
  (
    rule: Pick<Formulation, "update" | "initial" | "reports">,
    scheduleId?: string,
    modifierIds: readonly string[] = [],
  ): ComposedRule => {
    const schedule = scheduleId === undefined ? undefined : resolveSchedule(scheduleId);
    const lines = parseProgram(rule.update);
    const hasRate = lines.some(({ value }) => namesIn(value).has("lr"));
    const rate = (program: readonly Assignment[]) =>
      schedule ? renamedProgram(program, (name) => (name === "lr" ? "lr_t" : name)) : program;
    const placed = (place: Modifier["place"]) =>
      modifierIds
        .map((id) => own<Modifier>(modifiers, id)!)
        .filter((modifier) => modifier.place === place)
        .flatMap((modifier) => parseProgram(modifier.lines, { assignable: ["g"] }));
    // Decoupled decay is in proportion to the rate; a rule without one decays by the number itself.
    const before = placed("before").map(({ target, value }) => ({
      target,
      value: hasRate ? value : substitute(value, new Map([["lr", literal(1)]])),
    }));
    return {
      penalties: placed("penalty"),
      update: [
        ...(schedule ? scheduleLines(schedule) : []),
        ...placed("gradient"),
        ...rate(before),
        ...rate(lines),
        ...placed("after"),
      ],
      initial: {
        ...parsedAll(rule.initial ?? {}, (name) => name),
        ...parsedAll(schedule?.initial ?? {}, inSchedule),
      },
      reports: rule.reports ?? "theta",
      text: JSON.stringify([rule, scheduleId ?? "", modifierIds]),
    };
  },
);

const scheduleGiven = new Set<string>(["lr", "t", "steps", "lr_t", ...givenAround]);

/** A schedule's own name as it stands among a rule's. */
const inSchedule = (name: string) => (scheduleGiven.has(name) ? name : schedulePrefix + name);

const scheduleLines = ({ rate }: Schedule) => renamedProgram(parseProgram(rate), inSchedule);

const parsedAll = (texts: Readonly<Record<string, string>>, nameOf: (name: string) => string) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [nameOf(name), parseExpression(text)]));
