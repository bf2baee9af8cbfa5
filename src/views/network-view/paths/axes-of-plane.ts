import { portion, type Place } from "./gram";
import type { Combinations } from "./principal-plane";

/** Two directions among all parameters, of length 1: shape [parameters] each. */
export type PlaneAxes = readonly [Float32Array, Float32Array];

/** The directions that combine the places' differences from the start. Yields after each portion of work. */
export function* axesOfPlane(
  places: readonly Place[],
  start: Float32Array,
  directions: Combinations,
): Generator<undefined, PlaneAxes> {
  const axes = [new Float32Array(start.length), new Float32Array(start.length)] as const;
  let work = 0;
  for (const [axis, direction] of directions.entries())
    for (const [i, { theta }] of places.entries()) {
      const share = direction[i]!;
      if (share === 0) continue;
      const sum = axes[axis]!;
      for (let k = 0; k < sum.length; k++) sum[k]! += share * (theta[k]! - start[k]!);
      work += start.length;
      if (work < portion) continue;
      work = 0;
      yield;
    }
  return axes;
}

/** Where parameters lie in a plane through the start; the start itself is its origin. */
export function pointIn(
  [across, up]: PlaneAxes,
  start: Float32Array,
  theta: Float32Array,
): readonly [x: number, y: number] {
  let [x, y] = [0, 0];
  for (let k = 0; k < start.length; k++) {
    const moved = theta[k]! - start[k]!;
    x += across[k]! * moved;
    y += up[k]! * moved;
  }
  return [x, y];
}
