/** Eigenvalues from the largest on, and their unit eigenvectors, a row each. */
export type Eigen = { readonly values: number[]; readonly vectors: number[][] };

const sweeps = 30;

/** Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations. */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, i) => a.map((_, j) => Number(i === j)));
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        if (a[p]![q] === 0) continue;
        const tau = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
        const tangent = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
        const cosine = 1 / Math.hypot(1, tangent);
        rotate(a, p, q, cosine, tangent * cosine);
        for (const row of v) turn(row, p, q, cosine, tangent * cosine);
      }
  const order = [...a.keys()].sort((i, j) => a[j]![j]! - a[i]![i]!);
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => v.map((row) => row[i]!)) };
}

/** Turns rows and columns p and q, so that a[p][q] vanishes. */
function rotate(a: number[][], p: number, q: number, cosine: number, sine: number): void {
  for (const row of a) turn(row, p, q, cosine, sine);
  const [above, below] = [a[p]!, a[q]!];
  for (let k = 0; k < a.length; k++)
    [above[k], below[k]] = [cosine * above[k]! - sine * below[k]!, sine * above[k]! + cosine * below[k]!];
  // Zero but for rounding: the next sweep need not look at it.
  a[p]![q] = a[q]![p] = 0;
}

function turn(row: number[], p: number, q: number, cosine: number, sine: number): void {
  [row[p], row[q]] = [cosine * row[p]! - sine * row[q]!, sine * row[p]! + cosine * row[q]!];
}
