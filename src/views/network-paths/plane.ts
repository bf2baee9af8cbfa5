/** A plane in the space of parameters: a point in it, and two directions at right angles, of length 1. */
export type Plane = {
  readonly origin: Float32Array;
  readonly axes: readonly [Float64Array, Float64Array];
};

/**
 * The plane through the mean of some points that keeps most of their spread: their first two principal components, found
 * from the products of the points with each other, since there are fewer points than parameters. Yields often, so that a
 * page may draw in between. Where all points lie on a line or are one, the second axis, or both, are 0.
 */
export function* principalPlane(points: readonly Float32Array[]): Generator<undefined, Plane> {
  const count = points.length;
  const length = points[0]!.length;
  const origin = new Float32Array(length);
  for (const point of points) {
    for (let i = 0; i < length; i++) origin[i]! += point[i]! / count;
    yield;
  }
  const products = points.map(() => new Float64Array(count));
  for (let a = 0; a < count; a++)
    for (let b = 0; b <= a; b++) {
      products[a]![b] = products[b]![a] = centredProduct(points[a]!, points[b]!, origin);
      yield;
    }
  const spread = products.reduce((sum, row, i) => sum + row[i]!, 0);
  const axes: Float64Array[] = [];
  for (let k = 0; k < 2; k++) {
    const { vector, value } = largestEigenpair(products);
    const axis = new Float64Array(length);
    // An axis of no length is noise.
    if (value > 1e-9 * spread) {
      for (const [j, point] of points.entries()) {
        const share = vector[j]! / Math.sqrt(value);
        for (let i = 0; i < length; i++) axis[i]! += share * (point[i]! - origin[i]!);
        yield;
      }
      products.forEach((row, a) => row.forEach((_, b) => (row[b]! -= value * vector[a]! * vector[b]!)));
    }
    axes.push(axis);
  }
  return { origin, axes: [axes[0]!, axes[1]!] };
}

/** The plane through three points: where all runs start, and where two of them are. */
export function planeThrough(start: Float32Array, one: Float32Array, other: Float32Array): Plane {
  const first = unit(Float64Array.from(one, (value, i) => value - start[i]!));
  const second = Float64Array.from(other, (value, i) => value - start[i]!);
  const along = dot(first, second);
  return { origin: start, axes: [first, unit(second.map((value, i) => value - along * first[i]!))] };
}

/** Where a point falls onto the plane, and the square of its distance from the plane's origin. */
export function projected(point: Float32Array, { origin, axes: [a, b] }: Plane) {
  let [x, y, squares] = [0, 0, 0];
  for (let i = 0; i < point.length; i++) {
    const difference = point[i]! - origin[i]!;
    x += difference * a[i]!;
    y += difference * b[i]!;
    squares += difference * difference;
  }
  return { x, y, squares };
}

function centredProduct(a: Float32Array, b: Float32Array, origin: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - origin[i]!) * (b[i]! - origin[i]!);
  return sum;
}

/** By powers of a symmetric matrix without negative eigenvalues. */
function largestEigenpair(matrix: readonly Float64Array[]) {
  // Not the same in every coordinate: centred rows sum to 0.
  let vector = unit(Float64Array.from(matrix, (_, i) => Math.cos(1 + 2 * i)));
  let value = 0;
  for (let turn = 0; turn < 300; turn++) {
    const next = Float64Array.from(matrix, (row) => dot(row, vector));
    value = Math.sqrt(dot(next, next));
    if (value === 0) break;
    vector = next.map((entry) => entry / value);
  }
  return { vector, value };
}

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : vector;
}
