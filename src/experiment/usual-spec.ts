import { networks, resolveNetwork } from "../networks/index";
import type { Network } from "../networks/network";
import { usualSettings } from "../networks/settings";
import { optimizers } from "../optimizers/index";
import { formulationOf, type Convention, type Optimizer } from "../optimizers/optimizer";
import { resolveSurface } from "../surfaces/index";
import type { Domain, Surface } from "../surfaces/surface";
import { withoutBranch } from "./branch";
import { appliesTo, type SettingName } from "./changed-settings";
import { own } from "./own";
import { ownSurface } from "./own-surface";
import {
  customSurface,
  objectiveOf,
  settingNames,
  type ExperimentSpec,
  type NetworkSpec,
  type RunSpec,
  type SurfaceSpec,
} from "./spec";

/** The network shown where none is named. */
export const firstNetwork = Object.keys(networks)[0]!;

/** A run with its optimizer's default hyperparameters, at the rate worth watching on this objective. */
export function runOn(
  objective: Surface | Network,
  optimizer: string,
  number: number,
  convention: Convention = "pytorch",
): RunSpec {
  const rate = own(objective.rates, optimizer);
  const registered = own<Optimizer>(optimizers, optimizer);
  const usual = registered && formulationOf(registered, convention).hyperparameters.lr?.value;
  return {
    optimizer,
    convention,
    hyperparameters: rate === undefined || rate === usual ? {} : { lr: rate },
    number,
  };
}

/** Momentum beside RMSprop: what is shown when no run is named. */
export const usualRuns = (objective: Surface | Network): RunSpec[] => [
  runOn(objective, "momentum", 1),
  runOn(objective, "rmsprop", 2),
];

/** The spec of a surface as it is first shown. */
export function surfaceSpec(id: string): SurfaceSpec {
  const surface = resolveSurface(id);
  return {
    surface: id,
    parameters: {},
    start: surface.start,
    noise: 0,
    steps: 100,
    rules: [],
    runs: usualRuns(surface),
    seed: 1,
    backend: "auto",
  };
}

/** The spec of a visitor's surface as it is first shown. Throws FormulaError. */
export function customSpec(value: string, domain?: Domain): SurfaceSpec {
  const surface = ownSurface(value, domain);
  return {
    ...surfaceSpec("ravine"),
    surface: customSurface,
    value,
    ...(domain && { domain }),
    start: surface.start,
    runs: usualRuns(surface),
  };
}

/** The spec of a network as it is first shown. */
export function networkSpec(id: string): NetworkSpec {
  const network = resolveNetwork(id);
  const { hidden, batch, epochs } = network;
  return {
    network: id,
    hidden,
    batch,
    epochs,
    ...usualSettings,
    rules: [],
    runs: usualRuns(network),
    seed: 1,
    backend: "auto",
  };
}

/**
 * A network in place of another: what the visitor has changed in feeding and measuring goes along where it says anything
 * of the new one; the layers are its own.
 */
export function networkLike(id: string, spec: NetworkSpec): NetworkSpec {
  const [before, base] = [networkSpec(spec.network), networkSpec(id)];
  const network = resolveNetwork(id);
  const isKept = (name: "batch" | "epochs" | SettingName) =>
    spec[name] !== before[name] && (name === "batch" || name === "epochs" || appliesTo(name, network));
  const kept = (["batch", "epochs", ...settingNames] as const).filter(isKept);
  return {
    ...base,
    ...Object.fromEntries(kept.map((name) => [name, spec[name]])),
    steps: spec.steps,
  };
}

/** The same runs on another objective, each at the rate worth watching there. */
export function movedTo(
  base: ExperimentSpec,
  { rules, runs, seed, backend }: ExperimentSpec,
): ExperimentSpec {
  const objective = objectiveOf(base);
  const moved = runs.map((before) => {
    const { optimizer, number, convention, hyperparameters } = before;
    // A visitor's rule has no rate worth watching but its own.
    if (!Object.hasOwn(optimizers, optimizer)) return withoutBranch(before);
    const others = Object.entries(hyperparameters).filter(([name]) => name !== "lr");
    const run = runOn(objective, optimizer, number, convention);
    return {
      ...withoutBranch(before),
      ...run,
      hyperparameters: { ...Object.fromEntries(others), ...run.hyperparameters },
    };
  });
  return { ...base, rules, runs: moved, seed, backend };
}

/** What the page opens on. */
export const openingSpec = (): SurfaceSpec => surfaceSpec("ravine");
