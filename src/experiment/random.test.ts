import { expect, test } from "vitest";
import { randomOf } from "./random";

test("a seed and a purpose give the same numbers each time, another of either gives others", () => {
  const take = (seed: number, purpose: string) => {
    const random = randomOf(seed, purpose);
    return Array.from({ length: 8 }, random.uniform);
  };
  expect(take(7, "weights")).toEqual(take(7, "weights"));
  expect(take(8, "weights")).not.toEqual(take(7, "weights"));
  expect(take(7 + 2 ** 32, "weights")).not.toEqual(take(7, "weights"));
  expect(take(7, "noise")).not.toEqual(take(7, "weights"));
});

test("uniform and normal numbers have the moments of their names", () => {
  const random = randomOf(3, "moments");
  const n = 20_000;
  const uniform = Array.from({ length: n }, random.uniform);
  const normal = Array.from({ length: n }, random.normal);
  expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...uniform)).toBeLessThan(1);
  expect(mean(uniform)).toBeCloseTo(0.5, 2);
  expect(mean(normal)).toBeCloseTo(0, 1);
  expect(mean(normal.map((z) => z * z))).toBeCloseTo(1, 1);
});

test("a permutation holds every index once, and not in order", () => {
  const order = [...randomOf(1, "order").permutation(1000)];
  expect(order).not.toEqual([...order].sort((a, b) => a - b));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
