import type { ExperimentSpec, RunSpec } from "../../experiment/spec";
import { givenAround } from "../../experiment/taken-name";
import { paritiesOf, type Parity } from "../../formula/parity";
import { namesIn, scopeOf } from "../../formula/scope";
import { singleAssignment, versioned, type SingleAssignment } from "../../formula/single-assignment";
import { wholeRuleOf, type Meaning, type WholeRule } from "../formula/whole-rule";

/** A run's rule as its card prints it, each value under a name of its own, and what is known of those names. */
export type PrintedProgram = SingleAssignment & {
  readonly reports: string;
  readonly state: readonly string[];
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly parities: (name: string) => Parity;
  /** Whether a name has a value for each coordinate. */
  readonly isVector: (name: string) => boolean;
  /** Whether a name changes from step to step. */
  readonly isMoving: (name: string) => boolean;
  /** Whether the values of a name are points of the surface, whatever its version. */
  readonly isPoint: (name: string) => boolean;
  /** What a name of the rule that runs is called here. */
  readonly printed: WholeRule["printed"];
};

/** The printed program of a run. Throws on unknown names and unreadable formulas. */
export function printedProgramOf(spec: Pick<ExperimentSpec, "rules">, run: RunSpec): PrintedProgram {
  const { lines, starts, reports, meanings, printed } = wholeRuleOf(spec, run);
  const { state } = scopeOf(lines, givenAround);
  const program = singleAssignment(lines, ["theta", "g", ...state]);
  const initial = Object.fromEntries(starts.map(({ name, value }) => [name, value]));
  const points = ["theta", ...state.filter((name) => initial[name] && namesIn(initial[name]).has("theta"))];
  const vectors = reachedFrom(
    ["g", ...points].map((name) => versioned(name, 0)),
    program,
  );
  const moving = reachedFrom(
    ["t", ...givenAround, ...["theta", "g", ...state].map((name) => versioned(name, 0))],
    program,
  );
  return {
    ...program,
    reports,
    state,
    meanings,
    parities: paritiesOf(program, initial),
    isVector: (name) => vectors.has(name),
    isMoving: (name) => moving.has(name),
    isPoint: (name) => points.includes(name),
    printed,
  };
}

/** All that is computed from some names, in this step or in those before. */
function reachedFrom(names: readonly string[], { lines, last }: SingleAssignment): ReadonlySet<string> {
  const reached = new Set(names);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { target, value } of lines)
      if ([...namesIn(value)].some((name) => reached.has(name))) reached.add(target);
    for (const [name, end] of last) if (reached.has(end)) reached.add(versioned(name, 0));
  }
  return reached;
}
