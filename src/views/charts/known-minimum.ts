import { toClosure } from "../../formula/emit/evaluate";
import { parseExpression } from "../../formula/parse";
import { isSurfaceSpec, type ExperimentSpec } from "../../experiment/spec";
import { resolveSurface } from "../../surfaces/index";

/**
 * The lowest known value of an objective if that is negative, otherwise 0: what a loss is measured from where a
 * logarithm is to be taken of it.
 */
export function knownMinimum(spec: ExperimentSpec): number {
  if (!isSurfaceSpec(spec)) return 0;
  const { value, parameters = {}, minima } = resolveSurface(spec.surface);
  const names = ["x", "y", ...Object.keys(parameters)];
  const valueAt = toClosure(parseExpression(value), names);
  const numbers = Object.entries(parameters).map(
    ([name, parameter]) => spec.parameters[name] ?? parameter.value,
  );
  const lowest = Math.min(...minima.map(([x, y]) => valueAt([x, y, ...numbers])));
  return Number.isFinite(lowest) && lowest < -1e-9 ? lowest : 0;
}
