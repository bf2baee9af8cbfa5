import { isSurfaceSpec, type ExperimentSpec, type NetworkSpec } from "./spec";

/** Steps in which each training image used is seen once: whole batches, and at least one. */
export const stepsPerEpoch = ({ images, batch }: Pick<NetworkSpec, "images" | "batch">): number =>
  Math.max(1, Math.floor(images / batch));

/** Steps after which a network's epochs end. */
export const stepsOfEpochs = (spec: Pick<NetworkSpec, "images" | "batch" | "epochs">): number =>
  spec.epochs * stepsPerEpoch(spec);

/** Steps an experiment will have: what schedules call its budget. */
export const plannedSteps = (spec: ExperimentSpec): number =>
  isSurfaceSpec(spec) ? spec.steps : Math.min(spec.steps ?? Infinity, stepsOfEpochs(spec));
