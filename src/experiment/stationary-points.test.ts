import { expect, it } from "vitest";
import { derive } from "../formula/derive";
import { parseExpression } from "../formula/parse";
import { surfaces } from "../surfaces/index";
import type { Domain, Point } from "../surfaces/surface";
import { differentiableOf } from "./differentiable";
import { stationaryPointsOf } from "./stationary-points";

const usual: Domain = { x: [-5, 5], y: [-5, 5] };

it("x^4 - 3x^2 + y^2 has two minima, and a saddle between them", () => {
  const { minima, saddles } = pointsOf("x^4 - 3 * x^2 + y^2");
  expectSame(minima, [
    [-Math.sqrt(1.5), 0],
    [Math.sqrt(1.5), 0],
  ]);
  expectSame(saddles, [[0, 0]]);
});

const registered = Object.entries(surfaces).filter(([, { parameters }]) => !parameters);
// Beside its window they have minima of no depth, or more than can be told.
const rippled = ["rastrigin", "ackley", "levy-13", "easom"];

it.each(registered.filter(([id]) => !rippled.includes(id)))(
  "finds what is known of %s",
  (_, { value, domain, minima, saddles = [] }) => {
    const found = pointsOf(value, domain);
    expectSame(found.minima, minima);
    expectSame(found.saddles, saddles);
  },
);

it.each(["rastrigin", "ackley", "easom"] as const)("tells but the deepest of %s's many minima", (id) => {
  const { minima, saddles } = pointsOf(surfaces[id].value, surfaces[id].domain);
  expectSame(minima, [surfaces[id].minima[0]!]);
  expect(saddles).toEqual([]);
});

it("of a pattern of equal minima it tells one", () => {
  expect(pointsOf("sin(3 * x) * sin(3 * y)").minima).toHaveLength(1);
  expect(pointsOf("(x^2 + y^2 - 4)^2").minima).toHaveLength(1);
});

it.each([
  ["abs(x) + abs(y)", [0, 0]],
  ["abs(x - 1.3) + abs(y - 0.7)", [1.3, 0.7]],
  ["sqrt(x^2 + y^2)", [0, 0]],
  ["x^4 + y^4", [0, 0]],
] as const)("finds the minimum of %s, flat or on a kink", (value, minimum) => {
  expectSame(pointsOf(value).minima, [minimum]);
});

it.each([
  ...["1", "x", "x^2", "x^3 + y", "1 / x", "-1 / (x^2 + y^2)", "log(x)", "sqrt(x) * y", "-x^2 - y^2"],
  ...["1e300 * x", "floor(x) + floor(y)", "log(abs(x) + abs(y))", "sin(x) / cos(x) + y", "exp(x) * y"],
])("finds no minimum of %s", (value) => {
  expect(pointsOf(value).minima).toEqual([]);
});

function expectSame(found: readonly Point[], expected: readonly Point[]) {
  const sorted = (points: readonly Point[]) => points.toSorted(([a, b], [c, d]) => a - c || b - d);
  const near = (points: readonly Point[]) => sorted(points.map(([x, y]) => [round(x), round(y)]));
  expect(near(found)).toEqual(near(expected));
}

const round = (value: number) => Number(value.toFixed(4)) + 0;

function pointsOf(text: string, domain = usual) {
  const value = parseExpression(text);
  const gradient = [derive(value, "x"), derive(value, "y")] as const;
  return stationaryPointsOf(differentiableOf({ value, gradient }, {}), domain);
}
