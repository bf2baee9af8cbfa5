import type { SparseRows } from "./sparse-rows";

/**
 * Units summed at once: their sums stay in registers, and one look at an input serves them all. Five divide the
 * reference's ten. Each loop is a function of its own: together the compiler keeps fewer of them in registers.
 */
const block = 5;

/** sums [rows, units] = rows [rows, inputs] times weights [inputs, units], which begin at `at`. */
export function multiply(
  rows: SparseRows,
  weights: Float64Array,
  at: number,
  units: number,
  sums: Float64Array,
): void {
  let unit = 0;
  // Units outside, rows inside: a stripe of wide weights comes from near memory for all rows but the first.
  for (; unit + block <= units; unit += block) multiplyFive(rows, weights, at, units, unit, sums);
  for (; unit < units; unit++) multiplyOne(rows, weights, at, units, unit, sums);
}

function multiplyFive(
  { count, starts, columns, values }: SparseRows,
  weights: Float64Array,
  at: number,
  units: number,
  unit: number,
  sums: Float64Array,
): void {
  const from = at + unit;
  for (let row = 0; row < count; row++) {
    const end = starts[row + 1]!;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
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

function multiplyOne(
  { count, starts, columns, values }: SparseRows,
  weights: Float64Array,
  at: number,
  units: number,
  unit: number,
  sums: Float64Array,
): void {
  for (let row = 0; row < count; row++) {
    const end = starts[row + 1]!;
    let sum = 0;
    for (let k = starts[row]!; k < end; k++) sum += values[k]! * weights[at + unit + columns[k]! * units]!;
    sums[row * units + unit] = sum;
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
  let unit = 0;
  for (; unit + block <= units; unit += block) addFive(rows, deltas, units, unit, gradient, at);
  for (; unit < units; unit++) addOne(rows, deltas, units, unit, gradient, at);
}

function addFive(
  { count, starts, columns, values }: SparseRows,
  deltas: Float64Array,
  units: number,
  unit: number,
  gradient: Float64Array,
  at: number,
): void {
  const from = at + unit;
  for (let row = 0; row < count; row++) {
    const s = row * units + unit;
    const a = deltas[s]!;
    const b = deltas[s + 1]!;
    const c = deltas[s + 2]!;
    const d = deltas[s + 3]!;
    const e = deltas[s + 4]!;
    // Relu may have let nothing through.
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

function addOne(
  { count, starts, columns, values }: SparseRows,
  deltas: Float64Array,
  units: number,
  unit: number,
  gradient: Float64Array,
  at: number,
): void {
  for (let row = 0; row < count; row++) {
    const delta = deltas[row * units + unit]!;
    if (delta === 0) continue;
    const end = starts[row + 1]!;
    for (let k = starts[row]!; k < end; k++) gradient[at + unit + columns[k]! * units]! += values[k]! * delta;
  }
}

/**
 * result [rows, inputs] = deltas [rows, units] times weights [inputs, units] turned over; 0 where `outputs`, of the
 * result's shape, are 0, if they are given.
 */
export function multiplyBack(
  deltas: Float64Array,
  weights: Float64Array,
  at: number,
  units: number,
  outputs: Float64Array | undefined,
  result: Float64Array,
  rows: number,
  inputs: number,
): void {
  for (let row = 0, i = 0; row < rows; row++)
    for (let input = 0; input < inputs; input++, i++)
      result[i] =
        outputs && outputs[i] === 0 ? 0 : dot(deltas, row * units, weights, at + input * units, units);
}

/** Two sums, so that one addition need not wait for the other. */
function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, count: number): number {
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < count; i += 2) {
    even += a[fromA + i]! * b[fromB + i]!;
    odd += a[fromA + i + 1]! * b[fromB + i + 1]!;
  }
  return i < count ? even + odd + a[fromA + i]! * b[fromB + i]! : even + odd;
}
