import { expect, test } from "vitest";
import type { Assignment } from "./ast";
import { toClosure } from "./emit/evaluate";
import { jsPreamble, toJs } from "./emit/js";
import { toTensor, type TensorOps } from "./emit/tensor";
import { hoist } from "./hoist";
import { assigned, chanceOf, pick, randomPrograms, readOnly, sourceOf, type Chance } from "./random-formulas";
import { scopeOf } from "./scope";
import { specialise } from "./simplify";

test("2,000 random programs walk the same way in every target, bit for bit, for 5 steps of 2 parameters", () => {
  const chance = chanceOf(2025);
  let [finite, moving] = [0, 0];
  for (const program of randomPrograms(2000, 77)) {
    const text = program.map(({ target, value }) => `${target} = ${sourceOf(value)}`).join("\n");
    const walk = randomWalk(chance);
    const expected = walk.theta.map((_, i) => byClosures(program, walk, i));
    for (const other of [byHoisting, byJavaScript, byTensors])
      expect(
        walk.theta.map((_, i) => other(program, walk, i)),
        `${other.name}\n${text}`,
      ).toEqual(expected);
    for (const trace of expected) {
      finite += trace.flat().filter(Number.isFinite).length;
      if (trace[0]![0] !== trace[4]![0]) moving++;
    }
  }
  console.log(`2000 random programs in four targets: ${finite} finite numbers, all the same bit for bit`);
  expect(finite).toBeGreaterThan(40_000);
  expect(moving).toBeGreaterThan(2_000);
});

test("what the page prints of 2,000 random programs with numbers for letters walks the same way, to rounding", () => {
  const chance = chanceOf(4);
  let [compared, worst] = [0, 0];
  for (const program of randomPrograms(2000, 5)) {
    const walk = randomWalk(chance);
    const fixed = Object.fromEntries(
      scopeOf(program)
        .hyperparameters.filter(() => chance(2) === 0)
        .map((name) => [name, walk.hyperparameters[name]!]),
    );
    const expected = byClosures(program, walk, 0).map(([theta]) => theta!);
    const printed = interpreted(specialise(program, fixed), [], walk, 0, scopeOf(program).state);
    printed.forEach(([theta], k) => {
      // Zeros fall away on the page, and 0 * infinity with them.
      if (!Number.isFinite(expected[k]!)) return;
      compared++;
      const error = Math.abs(theta! - expected[k]!) / Math.max(1, Math.abs(expected[k]!));
      worst = Math.max(worst, error);
      expect(
        error,
        program.map(({ target, value }) => `${target} = ${sourceOf(value)}`).join("\n"),
      ).toBeLessThan(1e-6);
    });
  }
  console.log(`2000 programs as printed: ${compared} iterates, the worst ${worst.toExponential(1)} off`);
  expect(compared).toBeGreaterThan(7_000);
});

test("the random programs have state, locals, hyperparameters, and names assigned more than once", () => {
  const scopes = randomPrograms(2000, 77).map((program) => ({ ...scopeOf(program), program }));
  const share = (has: (scope: (typeof scopes)[number]) => boolean) =>
    scopes.filter(has).length / scopes.length;
  expect(share(({ state }) => state.length > 0)).toBeGreaterThan(0.25);
  expect(share(({ locals }) => locals.length > 0)).toBeGreaterThan(0.25);
  expect(share(({ hyperparameters }) => hyperparameters.length > 0)).toBeGreaterThan(0.5);
  expect(
    share(({ program }) => new Set(program.map(({ target }) => target)).size < program.length),
  ).toBeGreaterThan(0.25);
});

/** What a rule is handed in: theta [2], the gradient [5, 2] of each step, and values of its hyperparameters. */
type Walk = {
  readonly theta: readonly number[];
  readonly gradients: readonly (readonly number[])[];
  readonly hyperparameters: Readonly<Record<string, number>>;
};
/** theta and state after each step. */
type Trace = readonly (readonly number[])[];

const randomWalk = (chance: Chance): Walk => {
  const value = () => pick([0, 1, -1, 0.5, (chance(4001) - 2000) / 500], chance);
  const pair = () => [value(), value()];
  // Any name may be read and never assigned.
  const names = [...assigned, ...readOnly].filter((name) => !["theta", "g", "t"].includes(name));
  return {
    theta: pair(),
    gradients: Array.from({ length: 5 }, pair),
    hyperparameters: Object.fromEntries(names.map((name) => [name, value()])),
  };
};

function byClosures(program: readonly Assignment[], walk: Walk, i: number): Trace {
  return interpreted(program, [], walk, i);
}

function byHoisting(program: readonly Assignment[], walk: Walk, i: number): Trace {
  const { state } = scopeOf(program);
  const parts = hoist(program, new Set(["theta", "g", ...state]));
  return interpreted(parts.program, parts.hoisted, walk, i, state);
}

/** Runs what is computed once a step over names that do not vary, then the lines of the rule. */
function interpreted(
  program: readonly Assignment[],
  perStep: readonly Assignment[],
  { theta, gradients, hyperparameters }: Walk,
  i: number,
  state = scopeOf(program).state,
): Trace {
  const env: Record<string, number> = { ...hyperparameters, theta: theta[i]! };
  for (const name of state) env[name] = 0;
  const run = (lines: readonly Assignment[], over: Record<string, number>) => {
    for (const { target, value } of lines)
      over[target] = toClosure(value, Object.keys(over))(Object.values(over));
  };
  // Not the names of state, so that a hoisted line that reads one is an error.
  const fixed = Object.fromEntries(Object.entries(hyperparameters).filter(([name]) => !state.includes(name)));
  return gradients.map((gradient, k) => {
    const constant = { ...fixed, t: k + 1 };
    run(perStep, constant);
    Object.assign(env, constant, { g: gradient[i]! });
    run(program, env);
    return ["theta", ...state].map((name) => env[name]!);
  });
}

function byJavaScript(
  program: readonly Assignment[],
  { theta, gradients, hyperparameters }: Walk,
  i: number,
): Trace {
  const { state, locals } = scopeOf(program);
  const variables = ["theta", ...state];
  const names = Object.keys(hyperparameters).filter((name) => ![...state, ...locals].includes(name));
  const make = new Function(
    "$gradients",
    "theta",
    ...names,
    `${jsPreamble}
    let ${[...state.map((name) => `${name} = 0`), ...locals, "t = 0"].join(", ")};
    return $gradients.map((g) => {
      t++;
      ${program.map(({ target, value }) => `${target} = ${toJs(value)};`).join("\n")}
      return [${variables.join(", ")}];
    });`,
  );
  const values = names.map((name) => hyperparameters[name]);
  return make(
    gradients.map((gradient) => gradient[i]),
    theta[i],
    ...values,
  ) as Trace;
}

/** Both parameters at once, as one tensor. */
function byTensors(
  program: readonly Assignment[],
  { theta, gradients, hyperparameters }: Walk,
  i: number,
): Trace {
  const { state } = scopeOf(program);
  const env: Record<string, Tensor | number> = { ...hyperparameters, theta };
  for (const name of state) env[name] = [0, 0];
  return gradients.map((gradient, k) => {
    Object.assign(env, { g: gradient, t: k + 1 });
    for (const { target, value } of program) env[target] = toTensor(value, ops, env);
    return ["theta", ...state].map((name) => at(env[name]!, i));
  });
}

/** As long as the parameters, or of one number for all. */
type Tensor = readonly number[];
const at = (tensor: Tensor | number, i: number): number =>
  typeof tensor === "number" ? tensor : tensor.length === 1 ? tensor[0]! : tensor[i]!;
const unary = (f: (a: number) => number) => (a: Tensor) => a.map(f);
const binary = (f: (a: number, b: number) => number) => (a: Tensor, b: Tensor) =>
  (a.length < b.length ? b : a).map((_, i) => f(at(a, i), at(b, i)));
const ops: TensorOps<Tensor> = {
  scalar: (value) => [value],
  add: binary((a, b) => a + b),
  sub: binary((a, b) => a - b),
  mul: binary((a, b) => a * b),
  div: binary((a, b) => a / b),
  pow: binary(Math.pow),
  minimum: binary(Math.min),
  maximum: binary(Math.max),
  neg: unary((a) => -a),
  sqrt: unary(Math.sqrt),
  exp: unary(Math.exp),
  log: unary(Math.log),
  sin: unary(Math.sin),
  cos: unary(Math.cos),
  tanh: unary(Math.tanh),
  abs: unary(Math.abs),
  floor: unary(Math.floor),
  sign: unary(Math.sign),
  step: unary((a) => (a >= 0 ? 1 : 0)),
};
