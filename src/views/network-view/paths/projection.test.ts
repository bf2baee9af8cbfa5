import { describe, expect, it } from "vitest";
import { randomOf } from "../../../experiment/random";
import { chosenSteps } from "./chosen-steps";
import { gramOf, type Place } from "./gram";
import { coordinatesIn, planeThrough, upright, varianceIn } from "./plane";
import { principalPlane } from "./principal-plane";
import { symmetricEigen } from "./symmetric-eigen";

const random = randomOf(3, "places");
const start = Float32Array.from({ length: 7 }, () => random.normal());
/** Twelve places that spread over seven dimensions, more in some than in others. */
const places: Place[] = Array.from({ length: 12 }, (_, i) => ({
  id: String(i),
  theta: start.map((value, k) => value + random.normal() / (1 + k)),
}));
const count = places.length;
const { dots } = finished(gramOf(places, start));

it("eigenvectors of a symmetric matrix are stretched by their eigenvalues, the largest first", () => {
  const { values, vectors } = symmetricEigen(covariance());
  expect(values).toEqual([...values].sort((a, b) => b - a));
  vectors.forEach((vector, k) => {
    expect(Math.hypot(...vector)).toBeCloseTo(1, 12);
    covariance().forEach((row, i) => expect(inner(row, vector)).toBeCloseTo(values[k]! * vector[i]!, 10));
  });
});

describe("dot products", () => {
  it("are those of the differences from the start", () => {
    for (const [i, a] of places.entries())
      for (const [j, b] of places.entries())
        expect(dots[i * count + j]).toBeCloseTo(inner(fromStart(a), fromStart(b)), 6);
  });

  it("that are known are kept when places come and go", () => {
    const some = finished(gramOf(places.slice(0, 8), start));
    const marked = { ...some, dots: some.dots.map((dot) => dot + 1000) };
    const grown = finished(gramOf([...places.slice(3, 8), places[10]!], start, marked));
    expect(grown.dots[0]).toBeCloseTo(dots[3 * count + 3]! + 1000, 6);
    expect(grown.dots[1]).toBeCloseTo(dots[3 * count + 4]! + 1000, 6);
    expect(grown.dots[5]).toBeCloseTo(dots[3 * count + 10]!, 6);
    expect(grown.dots[35]).toBeCloseTo(dots[10 * count + 10]!, 6);
  });
});

describe("the principal plane", () => {
  const plane = finished(principalPlane(dots, count));
  const coordinates = coordinatesIn(dots, count, plane);
  const { values, vectors } = symmetricEigen(covariance());

  it("is that of the covariance matrix, computed by brute force over all parameters", () => {
    for (const axis of [0, 1]) {
      const expected = places.map((place) => inner(fromStart(place), vectors[axis]!));
      const found = places.map((_, i) => coordinates[2 * i + axis]!);
      const sign = Math.sign(inner(expected, found));
      found.forEach((x, i) => expect(sign * x).toBeCloseTo(expected[i]!, 5));
    }
  });

  it("holds as much variance as the two largest eigenvalues say", () => {
    const all = values.reduce((sum, value) => sum + value, 0);
    expect(varianceIn(dots, count, plane)).toBeCloseTo((values[0]! + values[1]!) / all, 8);
  });

  it("holds no less than any plane through the start and two places", () => {
    const most = varianceIn(dots, count, plane);
    for (let i = 0; i < count; i++)
      for (let j = 0; j < i; j++)
        expect(varianceIn(dots, count, planeThrough(dots, count, i, j))).toBeLessThan(most);
  });

  it("is a line where all places lie in one, and a point where nothing has moved", () => {
    const line = [0, 1, 2, 5].map((t, i) => ({
      id: String(i),
      theta: start.map((value, k) => value + t * (k + 1)),
    }));
    const { dots } = finished(gramOf(line, start));
    const directions = finished(principalPlane(dots, 4));
    const along = coordinatesIn(dots, 4, directions);
    expect([...along.filter((_, i) => i % 2)]).toEqual([0, 0, 0, 0]);
    expect(Math.abs(along[6]!)).toBeCloseTo(5 * Math.sqrt(140), 2);
    expect(varianceIn(dots, 4, directions)).toBeCloseTo(1, 6);
    const none = finished(principalPlane(new Float64Array(9), 3));
    expect([...coordinatesIn(new Float64Array(9), 3, none)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(varianceIn(new Float64Array(9), 3, none)).toBeNaN();
  });

  it("is turned so that the runs end to the right, the first of them above", () => {
    const ends = [4, 11];
    const turned = coordinatesIn(dots, count, upright(dots, count, plane, ends));
    expect(turned[8]! + turned[22]!).toBeGreaterThan(0);
    expect(turned[9]).toBeGreaterThan(0);
    expect(turned.map(Math.abs)).toEqual(coordinates.map(Math.abs));
  });
});

describe("the plane through the start and two places", () => {
  const coordinates = coordinatesIn(dots, count, planeThrough(dots, count, 2, 7));
  const at = (i: number) => [coordinates[2 * i]!, coordinates[2 * i + 1]!] as const;

  it("shows both in their true distances from the start and from each other", () => {
    const [a, b] = [fromStart(places[2]!), fromStart(places[7]!)];
    expect(Math.hypot(...at(2))).toBeCloseTo(Math.hypot(...a), 6);
    expect(Math.hypot(...at(7))).toBeCloseTo(Math.hypot(...b), 6);
    const apart = Math.hypot(...a.map((x, k) => x - b[k]!));
    expect(at(7)[0] - at(2)[0]).toBeCloseTo(apart, 6);
  });

  it("has the start above them, the second to the right of the first", () => {
    expect(at(2)[1]).toBeLessThan(0);
    expect(at(7)[1]).toBeCloseTo(at(2)[1], 6);
    expect(at(7)[0]).toBeGreaterThan(at(2)[0]);
  });
});

describe("chosen steps", () => {
  const steps = Array.from({ length: 90 }, (_, i) => 10 * i);

  it("are all where they are few, and as many as asked for where they are not", () => {
    expect(chosenSteps(steps, 90)).toEqual(steps);
    const chosen = chosenSteps(steps, 20);
    expect(chosen).toHaveLength(20);
    expect([chosen[0], chosen.at(-1)]).toEqual([0, 890]);
  });

  it("are among those chosen before and the new ones: what is known of them stays known", () => {
    const before = new Set(chosenSteps(steps.slice(0, 60), 20));
    for (const step of chosenSteps(steps, 20)) expect(before.has(step) || step >= 600).toBe(true);
  });
});

/** The covariance of all places over all parameters, times their number. */
function covariance(): number[][] {
  const differences = places.map(fromStart);
  const means = start.map((_, k) => differences.reduce((sum, row) => sum + row[k]!, 0) / count);
  return [...start.keys()].map((a) =>
    [...start.keys()].map((b) =>
      differences.reduce((sum, row) => sum + (row[a]! - means[a]!) * (row[b]! - means[b]!), 0),
    ),
  );
}

function fromStart({ theta }: Place): number[] {
  return [...theta].map((value, k) => value - start[k]!);
}

function inner(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function finished<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
