import type { Activation } from "../../networks/settings";

/**
 * Adds to each unit's sum its outputs [count, units], and to its tally on how many samples it lets gradient through: relu
 * where it is not 0, tanh and sigmoid where they are 0.01 away from their ends.
 */
export function tallyUnits(
  activation: Activation,
  outputs: ArrayLike<number>,
  count: number,
  sums: Float64Array,
  alive: Float64Array,
): void {
  const units = sums.length;
  const [low, high] = between[activation];
  for (let row = 0, i = 0; row < count; row++)
    for (let unit = 0; unit < units; unit++, i++) {
      const output = outputs[i]!;
      sums[unit]! += output;
      if (output > low && output < high) alive[unit]! += 1;
    }
}

/** Outputs at which a unit is alive: between these. */
const between: Readonly<Record<Activation, readonly [number, number]>> = {
  relu: [0, Infinity],
  tanh: [-0.99, 0.99],
  sigmoid: [0.01, 0.99],
};
