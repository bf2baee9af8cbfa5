import { isSurfaceSpec, type ExperimentSpec, type NetworkSpec } from "../../experiment/spec";

/** Images of MNIST's training set. */
const trainingImages = 60_000;

/** Steps in which each training image is seen once; what is left over of a batch is dropped. */
export const stepsPerEpoch = ({ batch }: Pick<NetworkSpec, "batch">): number =>
  Math.max(1, Math.floor(trainingImages / batch));

/** Steps an experiment will have, as far as its spec tells. */
export const plannedSteps = (spec: ExperimentSpec): number =>
  isSurfaceSpec(spec) ? spec.steps : Math.min(spec.steps ?? Infinity, spec.epochs * stepsPerEpoch(spec));
