import { modifiers } from "../modifiers/index";
import { networks } from "../networks/index";
import type { Network } from "../networks/network";
import { settings, type Settings } from "../networks/settings";
import { resolveOptimizer } from "../optimizers/index";
import { formulationOf, type Convention, type Formulation, type Optimizer } from "../optimizers/optimizer";
import { surfaces } from "../surfaces/index";
import type { Domain, Point, Surface } from "../surfaces/surface";
import { own } from "./own";
import { ownOptimizer, type OwnRule } from "./own-optimizer";
import { ownSurface } from "./own-surface";

/** One optimizer with its hyperparameters; what is not named takes the optimizer's default. */
export type RunSpec = {
  /** An optimizer's id, or the name of one of the spec's rules. */
  readonly optimizer: string;
  readonly convention: Convention;
  /** The rule's own, and the modifiers that are switched on, by id. */
  readonly hyperparameters: Readonly<Record<string, number>>;
  /** How the learning rate changes; it stays as it is where none is named. */
  readonly schedule?: ScheduleSpec;
  /** 1 to 8: colour, dash and marker, kept for life. */
  readonly number: number;
  /** Up to this step it walked with these numbers, its rule's defaults for what is not named; surfaces only. */
  readonly until?: { readonly step: number; readonly hyperparameters: Readonly<Record<string, number>> };
  /** What the visitor calls it, instead of its optimizer's name. */
  readonly label?: string;
};

/** A schedule by id; what is not named takes the schedule's default. */
export type ScheduleSpec = {
  readonly id: string;
  readonly parameters: Readonly<Record<string, number>>;
};

type CommonSpec = {
  /** Update rules the visitor has written. */
  readonly rules: readonly OwnRule[];
  readonly runs: readonly RunSpec[];
  readonly seed: number;
  readonly backend: BackendChoice;
};

/** Runs on an objective of two variables. */
export type SurfaceSpec = CommonSpec & {
  /** A surface's id, or `custom`. */
  readonly surface: string;
  /** The formula of a custom surface, and the window it is shown in. */
  readonly value?: string;
  readonly domain?: Domain;
  readonly parameters: Readonly<Record<string, number>>;
  readonly start: Point;
  /** Standard deviation of the seeded noise added to each gradient coordinate. */
  readonly noise: number;
  readonly steps: number;
};

/** Runs on a network's training loss. */
export type NetworkSpec = CommonSpec &
  Settings & {
    readonly network: string;
    readonly hidden: readonly number[];
    readonly batch: number;
    readonly epochs: number;
    /** Ends training before the epochs do. */
    readonly steps?: number | undefined;
  };

/** Names of a network's settings: fields of its spec, and keys of the link. */
export const settingNames = Object.keys(settings) as readonly (keyof Settings)[];

/** All that decides what is computed, as plain JSON: one spec, one result. */
export type ExperimentSpec = SurfaceSpec | NetworkSpec;

/** Who is to compute, as a link or the badge asks for it. */
export const backendChoices = ["auto", "webgpu", "tfjs", "cpu"] as const;
export type BackendChoice = (typeof backendChoices)[number];

/** A spec holds no more runs: there is no ninth colour. */
export const maximumRuns = 8;

/** Tells the two kinds of spec apart. */
export const isSurfaceSpec = (spec: ExperimentSpec): spec is SurfaceSpec => "surface" in spec;

/** The id of a surface whose formula is the visitor's. */
export const customSurface = "custom";

/** The surface of a spec: a registered one, or the visitor's own. Throws on an unknown id. */
export function surfaceOf({ surface: id, value = "", domain, parameters }: SurfaceSpec): Surface {
  if (id === customSurface) return ownSurface(value, domain, parameters);
  const surface = own<Surface>(surfaces, id);
  if (!surface) throw new Error(`unknown surface: ${id}`);
  return surface;
}

/** The optimizer of a run: a registered one, or a rule the visitor has written. Throws on an unknown name. */
export function optimizerOf({ rules }: Pick<ExperimentSpec, "rules">, { optimizer }: RunSpec): Optimizer {
  const rule = rules.find(({ name }) => name === optimizer);
  return rule ? ownOptimizer(rule) : resolveOptimizer(optimizer);
}

/** The rule of a run as its convention writes it. Throws on an unknown name. */
export const ruleOf = (spec: Pick<ExperimentSpec, "rules">, run: RunSpec): Formulation =>
  formulationOf(optimizerOf(spec, run), run.convention);

/** What the runs of a spec minimise. */
export function objectiveOf(spec: ExperimentSpec): Surface | Network {
  if (isSurfaceSpec(spec)) return surfaceOf(spec);
  const network = own<Network>(networks, spec.network);
  if (!network) throw new Error(`unknown network: ${spec.network}`);
  return network;
}

/** All parameters of a spec's surface: the spec's own, or the surface's usual ones. */
export const parametersOf = (spec: SurfaceSpec): Record<string, number> =>
  valuesOf(surfaceOf(spec).parameters ?? {}, spec.parameters);

/** All numbers of a run: the rule's hyperparameters, the run's own or the defaults, and its modifiers. */
export function hyperparametersOf(run: RunSpec, { hyperparameters }: Formulation): Record<string, number> {
  const switchedOn = Object.keys(modifiers).filter((id) => Object.hasOwn(run.hyperparameters, id));
  return {
    ...valuesOf(hyperparameters, run.hyperparameters),
    ...Object.fromEntries(switchedOn.map((id) => [id, run.hyperparameters[id]!])),
  };
}

/** A number for each definition: the given one, or its default. */
export const valuesOf = (
  definitions: Readonly<Record<string, { readonly value: number }>>,
  given: Readonly<Record<string, number>>,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(definitions).map(([name, { value }]) => [name, own(given, name) ?? value]),
  );

/** The lowest number no run has: a new run takes it. */
export function freeNumber(runs: readonly RunSpec[]): number {
  const taken = new Set(runs.map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number++;
  return number;
}
