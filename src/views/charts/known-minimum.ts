import { isSurfaceSpec, surfaceOf, type ExperimentSpec } from "../../experiment/spec";
import { valueFunctionOf } from "../contour-map/value-function";

/**
 * The lowest known value of an objective if that is negative, otherwise 0: what a loss is measured from where a
 * logarithm is to be taken of it.
 */
export function knownMinimum(spec: ExperimentSpec): number {
  if (!isSurfaceSpec(spec)) return 0;
  const surface = surfaceOf(spec);
  const valueAt = valueFunctionOf(surface, spec.parameters);
  const lowest = Math.min(...surface.minima.map(([x, y]) => valueAt(x, y)));
  return Number.isFinite(lowest) && lowest < -1e-9 ? lowest : 0;
}
