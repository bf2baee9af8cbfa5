import { networks } from "../networks/index";
import type { Network } from "../networks/network";
import type { Optimizer } from "../optimizers/optimizer";
import { surfaces } from "../surfaces/index";
import type { Point, Surface } from "../surfaces/surface";
import { own } from "./own";

/** One optimizer with its hyperparameters; what is not named takes the optimizer's default. */
export type RunSpec = {
  readonly optimizer: string;
  readonly convention: "pytorch";
  readonly hyperparameters: Readonly<Record<string, number>>;
  /** 1 to 8: colour, dash and marker, kept for life. */
  readonly number: number;
};

type CommonSpec = {
  readonly runs: readonly RunSpec[];
  readonly seed: number;
  readonly backend: BackendChoice;
};

/** Runs on an objective of two variables. */
export type SurfaceSpec = CommonSpec & {
  readonly surface: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly start: Point;
  /** Standard deviation of the seeded noise added to each gradient coordinate. */
  readonly noise: number;
  readonly steps: number;
};

/** Runs on a network's training loss. */
export type NetworkSpec = CommonSpec & {
  readonly network: string;
  readonly hidden: readonly number[];
  readonly batch: number;
  readonly epochs: number;
  /** Ends training before the epochs do. */
  readonly steps?: number;
};

/** All that decides what is computed, as plain JSON: one spec, one result. */
export type ExperimentSpec = SurfaceSpec | NetworkSpec;

/** Who is to compute, as a link or the badge asks for it. */
export const backendChoices = ["auto", "webgpu", "tfjs", "cpu"] as const;
export type BackendChoice = (typeof backendChoices)[number];

/** A value that was refused, and what to tell the visitor. */
export type Problem = { readonly field: string; readonly message: string };

/** A spec holds no more runs: there is no ninth colour. */
export const maximumRuns = 8;

/** Tells the two kinds of spec apart. */
export const isSurfaceSpec = (spec: ExperimentSpec): spec is SurfaceSpec => "surface" in spec;

/** What the runs of a spec minimise. */
export function objectiveOf(spec: ExperimentSpec): Surface | Network {
  const objective = isSurfaceSpec(spec)
    ? own<Surface>(surfaces, spec.surface)
    : own<Network>(networks, spec.network);
  if (!objective) throw new Error("a spec without an objective");
  return objective;
}

/** All parameters of a spec's surface: the spec's own, or the surface's usual ones. */
export const parametersOf = ({ surface, parameters }: SurfaceSpec): Record<string, number> =>
  Object.fromEntries(
    Object.entries(own<Surface>(surfaces, surface)?.parameters ?? {}).map(([name, { value }]) => [
      name,
      own(parameters, name) ?? value,
    ]),
  );

/** Value of a hyperparameter in a run: the run's own, or the optimizer's default. */
export function hyperparametersOf(run: RunSpec, optimizer: Optimizer): Record<string, number> {
  return Object.fromEntries(
    Object.entries(optimizer.hyperparameters).map(([name, { value }]) => [
      name,
      own(run.hyperparameters, name) ?? value,
    ]),
  );
}

/** The lowest number no run has: a new run takes it. */
export function freeNumber(runs: readonly RunSpec[]): number {
  const taken = new Set(runs.map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number++;
  return number;
}
