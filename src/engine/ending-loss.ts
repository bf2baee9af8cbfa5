import { divergenceBound } from "../experiment/recording";
import { surfaceOf, type SurfaceSpec } from "../experiment/spec";
import { beginWalk } from "./backends/cpu/surface";
import { lossOf } from "./backends/per-step";
import type { CompiledRun, SurfaceExperiment } from "./compile";

/** Losses that a run is judged by: its last ones, since a single one may be lucky. */
export const lossesInMean = 15;

/**
 * How well a run ends on a surface: the geometric mean of its last losses, above the lowest minimum where that is
 * negative; Infinity where it diverges. On the CPU, in float64; all walks share their buffers.
 */
export function endingLossOn(spec: SurfaceSpec, experiment: SurfaceExperiment): (run: CompiledRun) => number {
  const { steps } = experiment;
  const lossAt = lossOf(experiment.objective, experiment.parameters);
  const lowest = Math.min(0, ...surfaceOf(spec).minima.map(lossAt));
  const loss = new Float64Array(steps + 1);
  const theta = new Float64Array(2 * (steps + 1));
  const gradient = new Float64Array(2 * (steps + 1));

  const isInside = (k: number) =>
    Math.abs(loss[k]!) <= divergenceBound.loss &&
    Math.abs(theta[2 * k]!) <= divergenceBound.coordinate &&
    Math.abs(theta[2 * k + 1]!) <= divergenceBound.coordinate;

  return (run) => {
    beginWalk(experiment, run)({ first: 0, count: steps + 1, loss, theta, gradient });
    for (let k = 0; k <= steps; k++) if (!isInside(k)) return Infinity;
    const last = loss.subarray(-lossesInMean);
    // A loss may reach the minimum exactly: the mean is taken above a floor.
    return Math.exp(
      last.reduce((sum, value) => sum + Math.log(Math.max(value - lowest, 1e-12)), 0) / last.length,
    );
  };
}
