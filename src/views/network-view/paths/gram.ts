/** One run's parameters at one step. */
export type Place = { readonly id: string; readonly theta: Float32Array };

/** Dot products of places' differences from the start: shape [places, places]. */
export type Gram = { readonly ids: readonly string[]; readonly dots: Float64Array };

/** Multiply-adds between two yields: a fraction of a millisecond. */
export const portion = 2 ** 18;

/**
 * The dot products of some places. Those known `before` are not computed again, so that a new snapshot costs its own
 * rows only. Yields after each portion of work.
 */
export function* gramOf(
  places: readonly Place[],
  start: Float32Array,
  before?: Gram,
): Generator<undefined, Gram> {
  const count = places.length;
  const dots = new Float64Array(count * count);
  const known = new Map(before?.ids.map((id, i) => [id, i]));
  const placeBefore = places.map(({ id }) => known.get(id));
  let work = 0;
  for (let i = 0; i < count; i++)
    for (let j = 0; j <= i; j++) {
      const [a, b] = [placeBefore[i], placeBefore[j]];
      if (before && a !== undefined && b !== undefined) {
        dots[i * count + j] = dots[j * count + i] = before.dots[a * before.ids.length + b]!;
        continue;
      }
      dots[i * count + j] = dots[j * count + i] = dot(places[i]!.theta, places[j]!.theta, start);
      work += start.length;
      if (work < portion) continue;
      work = 0;
      yield;
    }
  return { ids: places.map(({ id }) => id), dots };
}

/** (a - start) . (b - start) */
function dot(a: Float32Array, b: Float32Array, start: Float32Array): number {
  // Two sums: an addition need not wait for the one before it.
  let [even, odd] = [0, 0];
  let i = 0;
  for (; i + 1 < start.length; i += 2) {
    even += (a[i]! - start[i]!) * (b[i]! - start[i]!);
    odd += (a[i + 1]! - start[i + 1]!) * (b[i + 1]! - start[i + 1]!);
  }
  if (i < start.length) even += (a[i]! - start[i]!) * (b[i]! - start[i]!);
  return even + odd;
}
