import type { Assignment, Expression } from "../formula/ast";
import { derive } from "../formula/derive";
import { hoist } from "../formula/hoist";
import { parseExpression, parseProgram } from "../formula/parse";
import { scopeOf } from "../formula/scope";
import { layerSizes, type Network } from "../networks/network";
import { resolveNetwork } from "../networks/index";
import { resolveOptimizer } from "../optimizers/index";
import { resolveSurface } from "../surfaces/index";
import type { Point } from "../surfaces/surface";
import {
  hyperparametersOf,
  isSurfaceSpec,
  parametersOf,
  type ExperimentSpec,
  type NetworkSpec,
  type SurfaceSpec,
} from "../experiment/spec";
import { randomOf } from "../experiment/random";

/** An update rule, parsed: `perStep` is the same for all parameters of a step, `update` is run for each. */
export type Rule = {
  readonly state: readonly string[];
  readonly hyperparameters: readonly string[];
  /** Assignments in `t` and hyperparameters, computed in float64 once a step. */
  readonly perStep: readonly Assignment[];
  /** Assignments in `theta`, `g`, state, locals, hyperparameters and the names of `perStep`. */
  readonly update: readonly Assignment[];
  /** The rule as written: equal texts are equal rules. */
  readonly text: string;
};

/** A surface, parsed: value and gradient share what depends on its parameters alone. */
export type Objective = {
  readonly parameters: readonly string[];
  /** Assignments in the parameters, computed in float64 once an experiment. */
  readonly constants: readonly Assignment[];
  /** Expressions in x, y, the parameters and the names of `constants`. */
  readonly value: Expression;
  readonly gradient: readonly [Expression, Expression];
  readonly text: string;
};

export type CompiledRun = { readonly rule: Rule; readonly hyperparameters: Readonly<Record<string, number>> };

export type SurfaceExperiment = {
  readonly kind: "surface";
  readonly objective: Objective;
  readonly parameters: Readonly<Record<string, number>>;
  readonly start: Point;
  /** Added to the gradient of frame k: shape [steps + 1, 2]; the same for all runs. */
  readonly noise: Float64Array | undefined;
  readonly steps: number;
  readonly runs: readonly CompiledRun[];
};

export type NetworkExperiment = {
  readonly kind: "network";
  readonly network: Network;
  readonly sizes: readonly number[];
  readonly batch: number;
  readonly epochs: number;
  readonly stepLimit: number | undefined;
  readonly seed: number;
  readonly runs: readonly CompiledRun[];
};

/** A spec with names resolved and formulas parsed. */
export type Experiment = SurfaceExperiment | NetworkExperiment;

/** Resolves every name of a spec. Throws on unknown names and unreadable formulas. */
export function compile(spec: SurfaceSpec): SurfaceExperiment;
export function compile(spec: ExperimentSpec): Experiment;
export function compile(spec: ExperimentSpec): Experiment {
  const runs = spec.runs.map((run): CompiledRun => {
    const optimizer = resolveOptimizer(run.optimizer);
    return { rule: compileRule(optimizer.update), hyperparameters: hyperparametersOf(run, optimizer) };
  });
  return isSurfaceSpec(spec) ? surfaceExperiment(spec, runs) : networkExperiment(spec, runs);
}

function surfaceExperiment(spec: SurfaceSpec, runs: CompiledRun[]): SurfaceExperiment {
  const surface = resolveSurface(spec.surface);
  const parameters = parametersOf(spec);
  return {
    kind: "surface",
    objective: compileObjective(surface.value, Object.keys(parameters)),
    parameters,
    start: spec.start,
    noise: noiseOf(spec),
    steps: spec.steps,
    runs,
  };
}

function networkExperiment(spec: NetworkSpec, runs: CompiledRun[]): NetworkExperiment {
  const network = resolveNetwork(spec.network);
  const { batch, epochs, seed } = spec;
  const sizes = layerSizes(network, spec.hidden);
  return { kind: "network", network, sizes, batch, epochs, stepLimit: spec.steps, seed, runs };
}

function noiseOf({ noise, seed, steps }: SurfaceSpec): Float64Array | undefined {
  if (noise === 0) return undefined;
  const random = randomOf(seed, "gradient noise");
  return Float64Array.from({ length: 2 * (steps + 1) }, () => noise * random.normal());
}

/** Parses an update rule; the same text is parsed once. Throws FormulaError. */
export const compileRule = remember((text: string): Rule => {
  const program = parseProgram(text);
  const { state, hyperparameters } = scopeOf(program);
  const { hoisted, program: update } = hoist(program, new Set(["theta", "g", ...state]));
  return { state, hyperparameters, perStep: hoisted, update, text };
});

/** Parses a surface in x, y and the given parameters and derives its gradient. Throws FormulaError. */
export const compileObjective = remember((text: string, parameters: readonly string[]): Objective => {
  const value = parseExpression(text, ["x", "y", ...parameters]);
  const lines = [
    { target: "value", value },
    { target: "gradient_x", value: derive(value, "x") },
    { target: "gradient_y", value: derive(value, "y") },
  ];
  // The targets count as varying, so that a line stays in its place even where it is constant.
  const varying = new Set(["x", "y", ...lines.map(({ target }) => target)]);
  const { hoisted, program } = hoist(lines, varying);
  const [f, fx, fy] = program.map((line) => line.value);
  return {
    parameters,
    constants: hoisted,
    value: f!,
    gradient: [fx!, fy!],
    text,
  };
});

/** Formulas are few and parsing is pure: a slider's move must not parse again. */
function remember<A extends unknown[], T>(make: (...args: A) => T): (...args: A) => T {
  const made = new Map<string, T>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(...args);
    made.set(key, fresh);
    return fresh;
  };
}
