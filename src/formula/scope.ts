import { childrenOf, type Assignment, type Expression } from "./ast";
import { constantOf } from "./vocabulary";

/** What the names of a rule are. */
type Scope = {
  /** Read before assigned: survives a step, starts at 0. */
  readonly state: readonly string[];
  /** Assigned before read. */
  readonly locals: readonly string[];
  /** Never assigned. */
  readonly hyperparameters: readonly string[];
};

/** Names every rule may read without declaring them. */
export const given: readonly string[] = ["theta", "g", "t"];

/** Sorts the names of a rule, each kind in order of appearance; those given, or `alsoGiven`, are of no kind. */
export function scopeOf(program: readonly Assignment[], alsoGiven: readonly string[] = []): Scope {
  const targets = new Set(program.map(({ target }) => target));
  const handedIn = new Set([...given, ...alsoGiven]);
  const assigned = new Set(handedIn);
  const state = new Set<string>();
  const hyperparameters = new Set<string>();
  for (const { target, value } of program) {
    for (const name of namesIn(value)) {
      if (!assigned.has(name)) (targets.has(name) ? state : hyperparameters).add(name);
    }
    assigned.add(target);
  }
  const locals = [...targets].filter((name) => !state.has(name) && !handedIn.has(name));
  return { state: [...state], locals, hyperparameters: [...hyperparameters] };
}

/** The names an expression reads, in order of appearance; constants are none. */
export function namesIn(expression: Expression): Set<string> {
  if (expression.kind === "name")
    return new Set(constantOf(expression.name) === undefined ? [expression.name] : []);
  return new Set(childrenOf(expression).flatMap((child) => [...namesIn(child)]));
}
