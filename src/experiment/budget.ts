import { isSurfaceSpec, type ExperimentSpec, type NetworkSpec } from "./spec";

/** Steps in which each training image used is seen once: whole batches, and at least one. */
export const stepsPerEpoch = ({ images, batch }: Pick<NetworkSpec, "images" | "batch">): number =>
  Math.max(1, Math.floor(images / batch));

/** Steps after which a network's epochs end. */
export const stepsOfEpochs = (spec: Pick<NetworkSpec, "images" | "batch" | "epochs">): number =>
  spec.epochs * stepsPerEpoch(spec);

/** A run on a surface takes no more steps: its whole path is computed and drawn at once. */
export const mostSurfaceSteps = 10_000;

/** A network trains no longer, however many epochs are asked for: all of its losses are kept. */
export const mostSteps = 1_000_000;

/** Steps an experiment will have: what schedules call its budget. */
export const plannedSteps = (spec: ExperimentSpec): number =>
  isSurfaceSpec(spec) ? spec.steps : Math.min(spec.steps ?? mostSteps, mostSteps, stepsOfEpochs(spec));
