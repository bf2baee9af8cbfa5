import { mostSteps } from "../experiment/budget";
import type { Assignment, Expression } from "../formula/ast";
import { derive } from "../formula/derive";
import { hoist } from "../formula/hoist";
import { parseExpression } from "../formula/parse";
import { resolveNetwork } from "../networks/index";
import { layersOf, type Layer } from "../networks/layers";
import type { Network } from "../networks/network";
import type { Settings } from "../networks/settings";
import type { Point } from "../surfaces/surface";
import { numbersOfRun, ruleOfRun } from "../experiment/composed-rule";
import { beforeBranch, leftRuns } from "../experiment/branch";
import { remember } from "../experiment/remember";
import {
  isSurfaceSpec,
  parametersOf,
  surfaceOf,
  type ExperimentSpec,
  type NetworkSpec,
  type SurfaceSpec,
} from "../experiment/spec";
import { compileRule, type Rule } from "../experiment/rule";
import { disturbances } from "./disturbance";

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

export type CompiledRun = {
  readonly rule: Rule;
  readonly hyperparameters: Readonly<Record<string, number>>;
  /** The numbers it has before a step; surfaces only. */
  readonly until?: { readonly step: number; readonly hyperparameters: Readonly<Record<string, number>> };
};

export type SurfaceExperiment = {
  readonly kind: "surface";
  readonly objective: Objective;
  readonly parameters: Readonly<Record<string, number>>;
  readonly start: Point;
  /** What changes the gradient of each frame, the same for all runs: shape [steps + 1, disturbanceSize]. */
  readonly noise: Float64Array | undefined;
  readonly steps: number;
  /** The spec's, and behind them the ways that branched ones have left. */
  readonly runs: readonly CompiledRun[];
};

export type NetworkExperiment = {
  readonly kind: "network";
  readonly network: Network;
  readonly layers: readonly Layer[];
  readonly settings: Settings;
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
  const runs = [...spec.runs, ...leftRuns(spec.runs)].map((run): CompiledRun => ({
    rule: compileRule(ruleOfRun(spec, run)),
    hyperparameters: numbersOfRun(spec, run),
    ...(run.until && {
      until: { step: run.until.step, hyperparameters: numbersOfRun(spec, beforeBranch(run)) },
    }),
  }));
  return isSurfaceSpec(spec) ? surfaceExperiment(spec, runs) : networkExperiment(spec, runs);
}

function surfaceExperiment(spec: SurfaceSpec, runs: CompiledRun[]): SurfaceExperiment {
  const { value, data, parameters: defined = {} } = surfaceOf(spec);
  const parameters = parametersOf(spec);
  const { start, noise, seed, steps } = spec;
  const names = Object.keys(defined).filter((name) => name !== data?.batch);
  return {
    kind: "surface",
    objective: compileObjective(value, names),
    parameters,
    start,
    noise: disturbances({ noise, seed, steps, ...(data && { data, batch: parameters[data.batch]! }) }),
    steps,
    runs: runs.map((run) => budgeted(run, steps)),
  };
}

/** A run that knows how many steps it has: schedules ask. */
export const budgeted = ({ rule, hyperparameters, until }: CompiledRun, steps: number): CompiledRun => ({
  rule,
  hyperparameters: { ...hyperparameters, steps },
  ...(until && { until: { ...until, hyperparameters: { ...until.hyperparameters, steps } } }),
});

function networkExperiment(spec: NetworkSpec, runs: CompiledRun[]): NetworkExperiment {
  const network = resolveNetwork(spec.network);
  const { batch, epochs, seed } = spec;
  const layers = layersOf(network, spec.hidden);
  return {
    kind: "network",
    network,
    layers,
    settings: spec,
    batch,
    epochs,
    stepLimit: Math.min(spec.steps ?? mostSteps, mostSteps),
    seed,
    runs,
  };
}

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
