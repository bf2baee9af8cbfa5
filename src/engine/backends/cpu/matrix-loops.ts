import type { SparseRows } from "./sparse-rows";

/** Units summed at once: their sums stay in registers, and one look at an input serves all. Five divide the reference's ten. */
const block = 5;

/**
 * sums [rows, units] = rows [rows, inputs] times weights [inputs, units], which begin at `at`. Units outside, rows inside:
 * a stripe of wide weights is read from near memory for all rows.
 */
export function multiply(
  rows: SparseRows,
  weights: Float64Array,
  at: number,
  units: number,
  sums: Float64Array,
): void {
  const { count, starts, columns, values } = rows;
  let unit = 0;
  for (; unit + block <= units; unit += block) {
    const from = at + unit;
    for (let row = 0; row < count; row++) {
      const end = starts[row + 1]!;
      let a = 0,
        b = 0,
        c = 0,
        d = 0,
        e = 0;
      for (let k = starts[row]!; k < end; k++) {
        const value = values[k]!;
        const w = from + columns[k]! * units;
        a += value * weights[w]!;
        b += value * weights[w + 1]!;
        c += value * weights[w + 2]!;
        d += value * weights[w + 3]!;
        e += value * weights[w + 4]!;
      }
      const s = row * units + unit;
      sums[s] = a;
      sums[s + 1] = b;
      sums[s + 2] = c;
      sums[s + 3] = d;
      sums[s + 4] = e;
    }
  }
  for (; unit < units; unit++) {
    for (let row = 0; row < count; row++) {
      const end = starts[row + 1]!;
      let sum = 0;
      for (let k = starts[row]!; k < end; k++) sum += values[k]! * weights[at + unit + columns[k]! * units]!;
      sums[row * units + unit] = sum;
    }
  }
}

/** Adds to gradient [inputs, units], which begins at `at`, the rows [rows, inputs] turned over times deltas [rows, units]. */
export function addProduct(
  rows: SparseRows,
  deltas: Float64Array,
  units: number,
  gradient: Float64Array,
  at: number,
): void {
  const { count, starts, columns, values } = rows;
  let unit = 0;
  for (; unit + block <= units; unit += block) {
    const from = at + unit;
    for (let row = 0; row < count; row++) {
      const s = row * units + unit;
      const a = deltas[s]!,
        b = deltas[s + 1]!,
        c = deltas[s + 2]!,
        d = deltas[s + 3]!,
        e = deltas[s + 4]!;
      // Behind a relu that lets nothing through.
      if (a === 0 && b === 0 && c === 0 && d === 0 && e === 0) continue;
      const end = starts[row + 1]!;
      for (let k = starts[row]!; k < end; k++) {
        const value = values[k]!;
        const g = from + columns[k]! * units;
        gradient[g]! += value * a;
        gradient[g + 1]! += value * b;
        gradient[g + 2]! += value * c;
        gradient[g + 3]! += value * d;
        gradient[g + 4]! += value * e;
      }
    }
  }
  for (; unit < units; unit++) {
    for (let row = 0; row < count; row++) {
      const delta = deltas[row * units + unit]!;
      if (delta === 0) continue;
      const end = starts[row + 1]!;
      for (let k = starts[row]!; k < end; k++)
        gradient[at + unit + columns[k]! * units]! += values[k]! * delta;
    }
  }
}

/** deltas [rows, units] times weights [inputs, units] turned over, a number each for `wanted` (all, or those not 0): [rows, inputs]. */
export function multiplyBack(
  deltas: Float64Array,
  weights: Float64Array,
  at: number,
  units: number,
  wanted: ArrayLike<number> | undefined,
  result: Float64Array,
  count: number,
  inputs: number,
): void {
  for (let row = 0; row < count; row++) {
    const d = row * units;
    for (let input = 0; input < inputs; input++) {
      const i = row * inputs + input;
      if (wanted && wanted[i] === 0) {
        result[i] = 0;
        continue;
      }
      const w = at + input * units;
      // Two sums, so that one addition need not wait for the other.
      let a = 0,
        b = 0;
      let unit = 0;
      for (; unit + 1 < units; unit += 2) {
        a += deltas[d + unit]! * weights[w + unit]!;
        b += deltas[d + unit + 1]! * weights[w + unit + 1]!;
      }
      if (unit < units) a += deltas[d + unit]! * weights[w + unit]!;
      result[i] = a + b;
    }
  }
}
