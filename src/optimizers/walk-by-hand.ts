import { toClosure } from "../formula/emit/evaluate";
import { parseExpression, parseProgram } from "../formula/parse";
import { scopeOf } from "../formula/scope";
import { optimizers } from ".";
import { conventionsOf, formulationOf, type Formulation, type Optimizer } from "./optimizer";

// What the tests of rules share: the rules themselves, and walks by closures, apart from the engine.

export type Gradient = (theta: readonly number[]) => number[];
export type Values = Readonly<Record<string, number>>;
export type Path = readonly (readonly number[])[];

/** Every rule in every convention it is written in: "adam", "adam@keras". */
export const formulations = Object.entries<Optimizer>(optimizers).flatMap(([id, optimizer]) =>
  conventionsOf(optimizer).map((convention) => ({
    name: convention === "pytorch" ? id : `${id}@${convention}`,
    id,
    convention,
    formulation: formulationOf(optimizer, convention),
  })),
);

/** The iterates a rule reports, start first, by closures; values may change with the step. */
export function walk(
  formulation: Formulation,
  values: Values | ((t: number) => Values),
  gradient: Gradient,
  start: readonly number[],
  steps: number,
): Path {
  const { update, initial = {}, reports = "theta" } = formulation;
  const program = parseProgram(update);
  const { state, locals } = scopeOf(program);
  const defaults = defaultsOf(formulation);
  const names = [...new Set(["theta", "g", "t", ...state, ...locals, ...Object.keys(defaults)])];
  const lines = program.map(({ target, value }) => ({
    at: names.indexOf(target),
    closure: toClosure(value, names),
  }));
  const given = typeof values === "function" ? values : () => values;
  const set = (slot: number[], all: Values) => {
    for (const [name, value] of Object.entries(all))
      if (names.includes(name)) slot[names.indexOf(name)] = value;
  };
  const slots = start.map((theta) => {
    const slot = names.map(() => 0);
    set(slot, { ...defaults, ...given(1), theta });
    const first = Object.entries(initial).map(([name, text]) => [
      name,
      toClosure(parseExpression(text), names)(slot),
    ]);
    set(slot, Object.fromEntries(first));
    return slot;
  });
  const read = (name: string) => slots.map((slot) => slot[names.indexOf(name)]!);
  const path = [read(reports)];
  for (let t = 1; t <= steps; t++) {
    const g = gradient(read("theta"));
    slots.forEach((slot, i) => {
      set(slot, { ...defaults, ...given(t), g: g[i]!, t });
      for (const { at, closure } of lines) slot[at] = closure(slot);
    });
    path.push(read(reports));
  }
  return path;
}

/** What a formulation's hyperparameters are where nobody sets them. */
export function defaultsOf({ hyperparameters }: Formulation): Values {
  return Object.fromEntries(Object.entries(hyperparameters).map(([name, { value }]) => [name, value]));
}

export function rosenbrock([x = 0, y = 0]: readonly number[]): number[] {
  return [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
}

export function ravine([x = 0, y = 0]: readonly number[]): number[] {
  return [x, 50 * y];
}

export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((x, i) => Math.abs(x - b[i]!)));
}
