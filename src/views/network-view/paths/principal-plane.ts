import { symmetricEigen } from "./symmetric-eigen";

/** Directions iterated together; two are wanted, the others make these converge. */
const block = 4;
const mostIterations = 300;
/** Change of the two eigenvalues, relative to the larger, at which iterating ends. */
const tolerance = 1e-10;

/** Two unit directions, each as a combination of the places' differences from the start: shape [places] each. */
export type Combinations = readonly [Float64Array, Float64Array];

/**
 * The first two principal components of places whose dot products are given, shape [count, count]: the eigenvectors of
 * the centred matrix, found by iterating on a few vectors. A direction in which nothing varies is all zeros. Yields
 * after each iteration.
 */
export function* principalPlane(dots: Float64Array, count: number): Generator<undefined, Combinations> {
  let vectors: Float64Array[] = Array.from({ length: Math.min(block, count) }, (_, c) =>
    // Any start will do that is not perpendicular to what is sought.
    Float64Array.from({ length: count }, (_, i) => Math.cos((c + 1) * (i + 1)) + (i === c ? 1 : 0)),
  );
  orthonormalise(vectors);
  let values: number[] = [0, 0];
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const images = vectors.map((vector) => centred(times(dots, centred(vector))));
    const { values: found, vectors: mixes } = symmetricEigen(
      vectors.map((vector) => images.map((image) => inner(vector, image))),
    );
    const isSettled = [0, 1].every(
      (k) => Math.abs((found[k] ?? 0) - (values[k] ?? 0)) <= tolerance * (found[0] ?? 0),
    );
    values = found;
    if (isSettled && iteration > 2) {
      vectors = mixes.map((mix) => mixed(vectors, mix));
      break;
    }
    vectors = mixes.map((mix) => mixed(images, mix));
    orthonormalise(vectors);
    yield;
  }
  const direction = (k: number) => {
    const value = values[k] ?? 0;
    // What is left of a direction without movement is rounding.
    if (!(value > 1e-12 * values[0]!)) return new Float64Array(count);
    return centred(vectors[k]!).map((one) => one / Math.sqrt(value));
  };
  return [direction(0), direction(1)];
}

const inner = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** A vector less its mean. */
function centred(vector: Float64Array): Float64Array {
  const mean = vector.reduce((sum, value) => sum + value, 0) / vector.length;
  return vector.map((value) => value - mean);
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const count = vector.length;
  const result = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let j = 0; j < count; j++) sum += matrix[i * count + j]! * vector[j]!;
    result[i] = sum;
  }
  return result;
}

function mixed(vectors: readonly Float64Array[], mix: readonly number[]): Float64Array {
  const result = new Float64Array(vectors[0]!.length);
  vectors.forEach((vector, k) => vector.forEach((value, i) => (result[i]! += mix[k]! * value)));
  return result;
}

/** Makes vectors perpendicular to each other and of length 1, in place; one that depends on others becomes 0. */
function orthonormalise(vectors: readonly Float64Array[]): void {
  vectors.forEach((vector, k) => {
    const before = Math.sqrt(inner(vector, vector));
    // Twice: once leaves rounding errors where vectors are nearly parallel.
    for (let pass = 0; pass < 2; pass++)
      for (const other of vectors.slice(0, k)) {
        const share = inner(vector, other);
        other.forEach((value, i) => (vector[i]! -= share * value));
      }
    const length = Math.sqrt(inner(vector, vector));
    vector.forEach((value, i) => (vector[i] = length > 1e-12 * before ? value / length : 0));
  });
}
