import type { Combinations } from "./principal-plane";

/**
 * The plane through the start and two places, given by their indices among places whose dot products are given: across
 * from the first to the second, and upright the start above them. All zeros where they lie in one line with the start.
 */
export function planeThrough(dots: Float64Array, count: number, first: number, second: number): Combinations {
  const at = (i: number, j: number) => dots[i * count + j]!;
  const combined = (a: number, b: number) => {
    const length = Math.sqrt(Math.max(0, a * a * at(first, first) + 2 * a * b * at(first, second) + b * b * at(second, second))); // prettier-ignore
    const combination = new Float64Array(count);
    const isThere = length > 1e-6 * Math.sqrt(at(first, first) + at(second, second));
    if (isThere) [combination[first], combination[second]] = [a / length, b / length];
    return combination;
  };
  const across = combined(-1, 1);
  // What of the way to the first is not along `across`.
  const along = across[first]! * at(first, first) + across[second]! * at(first, second);
  return [across, combined(-1 + along * across[first]!, along * across[second]!)];
}

/** Coordinates of the places in a plane: shape [places, 2]. */
export function coordinatesIn(dots: Float64Array, count: number, directions: Combinations): Float64Array {
  const coordinates = new Float64Array(2 * count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      coordinates[2 * i]! += dots[i * count + j]! * directions[0][j]!;
      coordinates[2 * i + 1]! += dots[i * count + j]! * directions[1][j]!;
    }
  return coordinates;
}

/** Share of the places' variance that lies in a plane, from 0 to 1; NaN where nothing has moved. */
export function varianceIn(dots: Float64Array, count: number, directions: Combinations): number {
  const coordinates = coordinatesIn(dots, count, directions);
  let inPlane = 0;
  for (const axis of [0, 1]) {
    const along = coordinates.filter((_, i) => i % 2 === axis);
    const mean = along.reduce((sum, x) => sum + x, 0) / count;
    inPlane += along.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  }
  let [squares, all] = [0, 0];
  for (let i = 0; i < count; i++) {
    squares += dots[i * count + i]!;
    for (let j = 0; j < count; j++) all += dots[i * count + j]!;
  }
  return Math.min(1, inPlane / (squares - all / count));
}

/**
 * Turns a plane so that pictures of one experiment look alike: the runs end to the right of the start on the whole, and
 * the first of them above it. `ends` are the indices of the runs' last places.
 */
export function upright(
  dots: Float64Array,
  count: number,
  directions: Combinations,
  ends: readonly number[],
): Combinations {
  const coordinates = coordinatesIn(dots, count, directions);
  const right = ends.reduce((sum, end) => sum + coordinates[2 * end]!, 0);
  const up = coordinates[2 * (ends[0] ?? 0) + 1]!;
  const turned = (direction: Float64Array, isTurned: boolean) =>
    isTurned ? direction.map((value) => -value) : direction;
  return [turned(directions[0], right < 0), turned(directions[1], up < 0)];
}
