import type { Layer } from "../../../networks/layers";

/** Where the units of each hidden layer lie among all hidden units of a run. */
export type UnitGroup = { readonly at: number; readonly units: number };

/** The hidden layers' units, in order; the last layer's outputs are scores, not activations. */
export function unitGroups(layers: readonly Layer[]): UnitGroup[] {
  let at = 0;
  return layers.slice(0, -1).map(({ units }) => {
    const group = { at, units };
    at += units;
    return group;
  });
}

/** Units of a hidden layer that let no gradient through on any image; `alive` has shape [runs, hidden units]. */
export const deadUnits = (alive: Float32Array, runs: number, run: number, group: UnitGroup): number =>
  unitsOf(alive, runs, run, group).filter((share) => share === 0).length;

/** Mean output of a hidden layer's units; `activations` has shape [runs, hidden units]. */
export const meanOutput = (activations: Float32Array, runs: number, run: number, group: UnitGroup): number =>
  unitsOf(activations, runs, run, group).reduce((sum, value) => sum + value, 0) / group.units;

/** One value a unit of a run's hidden layer: a view of shape [units]. */
export function unitsOf(
  values: Float32Array,
  runs: number,
  run: number,
  { at, units }: UnitGroup,
): Float32Array {
  const first = (run * values.length) / runs + at;
  return values.subarray(first, first + units);
}
