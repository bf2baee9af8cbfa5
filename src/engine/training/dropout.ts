/**
 * Dropout (Srivastava et al. 2014): which hidden units take part in a step, the same for all runs. Drawn by a hash of
 * their place, not from a stream, so that a kernel's invocations can draw theirs in any order.
 */
export type Dropout = {
  /** Share of units left out, below 1. */
  readonly share: number;
  readonly seed: number;
};

/**
 * What each hidden unit's output is multiplied with at a step, shape [samples, units]: 0, or what makes up for the units
 * left out. `layer` counts hidden layers from 0.
 */
export function dropoutMask(
  { share, seed }: Dropout,
  step: number,
  layer: number,
  samples: number,
  units: number,
): Float32Array {
  const mask = new Float32Array(samples * units);
  const base = dropoutBase(seed, step, layer);
  const bound = dropoutBound(share);
  const kept = 1 / (1 - share);
  for (let i = 0; i < mask.length; i++) mask[i] = mixed((base + i) >>> 0) < bound ? 0 : kept;
  return mask;
}

/** What the places of a layer's units are hashed from at a step: a kernel is handed it. */
export const dropoutBase = (seed: number, step: number, layer: number): number =>
  mixed((mixed((mixed(seed >>> 0) + step) >>> 0) + layer) >>> 0);

/** Hashes below this leave a unit out. */
export const dropoutBound = (share: number): number => Math.min(0xffffffff, Math.round(share * 2 ** 32));

/** A 32-bit hash with every bit of the input in every bit of the output: lowbias32 (Wellons 2018). */
function mixed(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** The same hash in WGSL. */
export const mixedWgsl = `fn _mixed(value: u32) -> u32 {
  var x = value;
  x = (x ^ (x >> 16u)) * 0x7feb352du;
  x = (x ^ (x >> 15u)) * 0x846ca68bu;
  return x ^ (x >> 16u);
}`;
