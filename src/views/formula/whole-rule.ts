import { ruleOfRun, numbersOfRun } from "../../experiment/composed-rule";
import { own } from "../../experiment/own";
import { ruleOf, type ExperimentSpec, type RunSpec } from "../../experiment/spec";
import { givenAround, schedulePrefix } from "../../experiment/taken-name";
import type { Assignment, Expression } from "../../formula/ast";
import { literal, substitute } from "../../formula/build";
import { symbolOf } from "../../formula/emit/symbol";
import { textOf } from "../../formula/math-node";
import { literalOf } from "../../formula/powers";
import { renamed, renamedProgram } from "../../formula/rename";
import { namesIn, scopeOf } from "../../formula/scope";
import { specialise } from "../../formula/simplify";
import { modifiers } from "../../modifiers/index";
import type { Modifier } from "../../modifiers/modifier";
import { resolveSchedule } from "../../schedules/index";
import { formulaWords } from "../../words/en/formula";
import { said } from "../../words/speak";

/** What a symbol of a rule is: in words, and its value where it has one that stays. */
export type Meaning = {
  readonly words: string;
  readonly value?: number;
  /** Whether it is kept from one step to the next. */
  readonly isState: boolean;
};

/** All that runs in one step of a run, as the page prints it. */
export type WholeRule = {
  readonly lines: readonly Assignment[];
  /** Of every symbol in the lines, in the order in which they appear. */
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** State that does not start at 0. */
  readonly starts: readonly { readonly name: string; readonly value: Expression }[];
  /** The name whose value is the iterate. */
  readonly reports: string;
  /** How a name of the rule that runs is printed. */
  readonly printed: (name: string) => string;
};

/**
 * A run's rule with its schedule and modifiers as a paper would print it: what is 0 by default and 0 here falls away,
 * and a schedule's own names stand without their prefix.
 */
export function wholeRuleOf(spec: Pick<ExperimentSpec, "rules">, run: RunSpec): WholeRule {
  const { penalties, update, initial, reports } = ruleOfRun(spec, run);
  const program = [...penalties, ...update];
  const { hyperparameters } = ruleOf(spec, run);
  const printed = printedNames(new Set([...namesOf(program), ...Object.keys(hyperparameters)]));
  const lines = specialise(renamedProgram(program, printed), zerosOf(spec, run));

  const numbers = Object.entries(numbersOfRun(spec, run));
  const values = new Map(numbers.map(([name, value]) => [name, literal(value)]));
  const names = namesOf(lines);
  return {
    lines,
    meanings: meaningsOf(spec, run, names, lines, printed),
    starts: Object.entries(initial)
      .map(([name, value]) => ({
        name: printed(name),
        value: renamed(substitute(value, values), printed),
      }))
      .filter(({ name, value }) => names.has(name) && literalOf(value) !== 0),
    reports,
    printed,
  };
}

/** Hyperparameters that are 0 by default and 0 in this run: a rule is printed without them. */
export function zerosOf(spec: Pick<ExperimentSpec, "rules">, run: RunSpec): Record<string, number> {
  const zeros = Object.entries(ruleOf(spec, run).hyperparameters).filter(
    ([name, { value }]) => value === 0 && (own(run.hyperparameters, name) ?? 0) === 0,
  );
  return Object.fromEntries(zeros.map(([name]) => [name, 0]));
}

/** How a composed rule's names are printed: a schedule's without its prefix, unless the rule has one so called. */
const printedNames =
  (names: ReadonlySet<string>) =>
  (name: string): string => {
    if (!name.startsWith(schedulePrefix)) return name;
    const bare = name.slice(schedulePrefix.length);
    return names.has(bare) ? `${bare}_schedule` : bare;
  };

const namesOf = (lines: readonly Assignment[]) =>
  new Set(lines.flatMap(({ target, value }) => [target, ...namesIn(value)]));

function meaningsOf(
  spec: Pick<ExperimentSpec, "rules">,
  run: RunSpec,
  names: ReadonlySet<string>,
  lines: readonly Assignment[],
  printed: (name: string) => string,
): Map<string, Meaning> {
  const { hyperparameters, words, reports } = ruleOf(spec, run);
  const values = Object.fromEntries(
    Object.entries(numbersOfRun(spec, run)).map(([name, value]) => [printed(name), value]),
  );
  const { state } = scopeOf(lines, givenAround);
  const told = formulaWords();
  const given: Readonly<Record<string, string>> = {
    theta: reports === undefined ? told.parameters : told.whereGradient,
    ...told.given,
  };
  const definitions = new Map<string, { readonly word: string }>([
    ...(run.schedule ? Object.entries(resolveSchedule(run.schedule.id).parameters) : []).map(
      ([name, definition]) => [printed(schedulePrefix + name), definition] as const,
    ),
    ...Object.entries<Modifier>(modifiers),
    ...Object.entries(hyperparameters),
  ]);
  const locals = new Map(
    Object.entries(own(told.schedules as ScheduleWords, run.schedule?.id ?? "") ?? {}).map(([name, text]) => [
      printed(schedulePrefix + name),
      text,
    ]),
  );

  const meaningOf = (name: string): Meaning => {
    const isState = state.includes(name);
    const definition = definitions.get(name);
    if (definition) {
      // A visitor's name has no word but itself.
      const words = definition.word === textOf(symbolOf(name)) ? told.hyperparameter : said(definition.word);
      return { words, value: values[name]!, isState };
    }
    const meant = own(words, name);
    const known = own(given, name) ?? (meant === undefined ? locals.get(name) : said(meant));
    return { words: inSymbols(known ?? (isState ? told.state : told.computed)), isState };
  };
  return new Map([...names].map((name) => [name, meaningOf(name)]));
}

/** By schedule and name. */
type ScheduleWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Words that name theta or lr name them as the formula above does. */
const inSymbols = (words: string) => words.replace(/\b(theta|lr)\b/g, (name) => textOf(symbolOf(name)));
