import { expect, test } from "vitest";
import { randomOf } from "../../experiment/random";
import { planeThrough, principalPlane, projected, type Plane } from "./plane";

test("points in a plane are found to lie in it, whatever the space about it", () => {
  const points = pointsIn(3, 20, 40, [5, 2]);
  const plane = finished(principalPlane(points));
  const squares = points.map((point) => projected(point, plane));
  for (const { x, y, squares: all } of squares) expect(x * x + y * y).toBeCloseTo(all, 3);
  expect(lengthOf(plane.axes[0])).toBeCloseTo(1, 9);
  expect(Math.abs(product(...plane.axes))).toBeLessThan(1e-6);
});

test("no other plane through the mean keeps more of the spread: none of a thousand random ones, and none a little turned", () => {
  const points = pointsIn(4, 12, 9, [3, 2, 1.5, 1]);
  const plane = finished(principalPlane(points));
  const kept = (other: Plane) =>
    points.reduce((sum, point) => {
      const { x, y } = projected(point, other);
      return sum + x * x + y * y;
    }, 0);
  const best = kept(plane);
  const random = randomOf(1, "planes");
  const drawn = () => Float32Array.from({ length: 9 }, () => random.normal());
  for (let i = 0; i < 1000; i++) {
    const about = (axis: Float64Array, by: number) => {
      const noise = drawn();
      return Float32Array.from(axis, (value, k) => plane.origin[k]! + value + by * noise[k]!);
    };
    const by = i < 500 ? 0.05 : 5;
    expect(
      kept(planeThrough(plane.origin, about(plane.axes[0], by), about(plane.axes[1], by))),
    ).toBeLessThanOrEqual(best * (1 + 1e-6));
  }
});

test("the plane through a start and two ends holds all three", () => {
  const [start, one, other] = pointsIn(3, 3, 30, [1, 1, 1]) as [Float32Array, Float32Array, Float32Array];
  const plane = planeThrough(start, one, other);
  for (const point of [start, one, other]) {
    const { x, y, squares } = projected(point, plane);
    expect(x * x + y * y).toBeCloseTo(squares, 4);
  }
});

test("points that are one, or on a line, have axes of no length instead of noise", () => {
  const point = Float32Array.of(1, 2, 3);
  const still = finished(principalPlane([point, point, point]));
  expect(still.axes.map(lengthOf)).toEqual([0, 0]);
  const line = finished(principalPlane([0, 1, 2, 5].map((by) => Float32Array.of(by, 2 * by, 1))));
  expect(lengthOf(line.axes[0])).toBeCloseTo(1, 9);
  expect(lengthOf(line.axes[1])).toBe(0);
});

/** Points spread in as many random directions as there are deviations, in a space of so many dimensions. */
function pointsIn(seed: number, count: number, dimensions: number, deviations: readonly number[]) {
  const random = randomOf(seed, "points");
  const directions = deviations.map(() => Float64Array.from({ length: dimensions }, () => random.normal()));
  return Array.from({ length: count }, () => {
    const shares = deviations.map((deviation) => deviation * random.normal());
    return Float32Array.from({ length: dimensions }, (_, i) =>
      directions.reduce((sum, direction, k) => sum + shares[k]! * direction[i]!, 1),
    );
  });
}

function finished<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const lengthOf = (vector: Float64Array) => Math.sqrt(product(vector, vector));
