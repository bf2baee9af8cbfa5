import type { Assignment, Expression } from "../../formula/ast";
import { renamed, renamedProgram } from "../../formula/rename";
import { namesIn } from "../../formula/scope";
import { numbersOfRun, ruleOfRun } from "../composed-rule";
import { plannedSteps } from "../budget";
import { compileRule } from "../rule";
import type { ExperimentSpec, RunSpec } from "../spec";
import { givenAround } from "../taken-name";
import { scalarsAmong } from "./lines";

/** A run's rule with all around it, its names free for Python. */
export type Program = {
  /** Values of its hyperparameters, in the order of the card. */
  readonly values: ReadonlyMap<string, number>;
  readonly penalties: readonly Assignment[];
  readonly update: readonly Assignment[];
  readonly state: readonly State[];
  /** Names of one value for a whole parameter where the lines begin. */
  readonly scalars: ReadonlySet<string>;
  /** Names of one value for each element, whatever is assigned. */
  readonly full: ReadonlySet<string>;
  /** The state that is the iterate, where theta is not. */
  readonly reports: string | undefined;
  readonly countsSteps: boolean;
  readonly readsNorm: boolean;
  readonly readsLoss: boolean;
};

/** What a rule remembers: one number for a whole parameter, or one for each of its elements. */
export type State = { readonly name: string; readonly initial: Expression; readonly isScalar: boolean };

/** Reads a run's rule. Throws on unknown names and unreadable formulas. */
export function programOf(spec: ExperimentSpec, run: RunSpec): Program {
  const composed = ruleOfRun(spec, run);
  const { penalties, update, reports } = composed;
  const { state, initial, hyperparameters, readsNorm, readsLoss } = compileRule(composed);
  const numbers: Record<string, number> = { ...numbersOfRun(spec, run), steps: plannedSteps(spec) };
  const values = Object.entries(numbers).filter(([name]) => hyperparameters.includes(name));
  const around = [...hyperparameters, ...givenAround, "t"];
  const scalars = scalarsAmong(
    state.filter((_, i) => !namesIn(initial[i]!).has("theta")),
    [...penalties, ...update],
    around,
    new Set(["theta", "g", ...state]),
  );
  return {
    values: new Map(values.map(([name, value]) => [free(name), value])),
    penalties: renamedProgram(penalties, free),
    update: renamedProgram(update, free),
    state: state.map((name, i) => ({
      name: free(name),
      initial: renamed(initial[i]!, free),
      isScalar: scalars.has(name),
    })),
    scalars: new Set([...around, ...scalars].map(free)),
    full: new Set(["theta", "g", ...state.filter((name) => !scalars.has(name))].map(free)),
    reports: reports === "theta" ? undefined : free(reports),
    countsSteps: update.some(({ value }) => namesIn(value).has("t")),
    readsNorm,
    readsLoss,
  };
}

/** A name as it stands in the class around the rule's lines, which has names of its own. */
const free = (name: string): string => (taken.has(name.replace(/_+$/, "")) ? `${name}_` : name);

const taken = new Set(
  `dict each foreach fused gradients grads group keras learning_rate list parameter parameters params self state sum
  super trainable_variables variable variables zip`.split(/\s+/),
);
