import { describe, expect, test } from "vitest";
import { resolveSurface, surfaces } from ".";
import { derive } from "../formula/derive";
import { toClosure } from "../formula/emit/evaluate";
import { toJs } from "../formula/emit/js";
import { toMathml } from "../formula/emit/mathml";
import { textOf } from "../formula/math-node";
import { parseExpression, parseProgram } from "../formula/parse";
import { namesIn, scopeOf } from "../formula/scope";
import { specialise } from "../formula/simplify";
import { resolveOptimizer } from "../optimizers";
import type { Optimizer } from "../optimizers/optimizer";
import type { Point, Surface } from "./surface";

describe.each(Object.entries(surfaces) as [string, Surface][])("%s", (_, surface) => {
  const { domain, minima, saddles = [], start, parameters = {} } = surface;
  const { value, gradient } = functionsOf(surface);

  test("names x, y, its parameters and nothing else, and uses every parameter", () => {
    const names = [...namesIn(parseExpression(surface.value))];
    expect(names.sort()).toEqual(["x", "y", ...Object.keys(parameters)].sort());
  });

  test("has a derived gradient that agrees with central differences all over its window", () => {
    for (const point of gridOf(surface)) {
      const difference = differencesOf(value, point, 1e-5);
      gradient(point).forEach((each, i) => {
        const scale = 1 + Math.abs(difference[i]!);
        expect(Math.abs(each - difference[i]!) / scale, `at ${point}`).toBeLessThan(1e-6);
      });
    }
  });

  test("has minima with a vanishing gradient and no lower neighbour", () => {
    expect(minima.length).toBeGreaterThan(0);
    for (const point of minima) {
      expectLevel(point);
      for (let angle = 0; angle < 2 * Math.PI; angle += Math.PI / 12) {
        const around: Point = [point[0] + 1e-3 * Math.cos(angle), point[1] + 1e-3 * Math.sin(angle)];
        expect(value(around), `around ${point}`).toBeGreaterThan(value(point));
      }
    }
  });

  test("has saddles with a vanishing gradient and a Hessian of both signs", () => {
    for (const point of saddles) {
      expectLevel(point);
      const h = 1e-4;
      const [xx, xy] = [0, 1].map(
        (i) => (gradient([point[0] + h, point[1]])[i]! - gradient([point[0] - h, point[1]])[i]!) / (2 * h),
      );
      const yy = (gradient([point[0], point[1] + h])[1]! - gradient([point[0], point[1] - h])[1]!) / (2 * h);
      expect(xx! * yy - xy! * xy!, `at ${point}`).toBeLessThan(0);
    }
  });

  test("shows its start, minima and saddles in its window", () => {
    for (const point of [start, ...minima, ...saddles]) expect(isInside(point), `${point}`).toBe(true);
  });

  test("has parameters whose defaults lie in their range", () => {
    for (const { value: given, range } of Object.values(parameters)) {
      expect(given).toBeGreaterThanOrEqual(range[0]);
      expect(given).toBeLessThanOrEqual(range[1]);
    }
  });

  test.each(Object.entries(surface.rates))(
    "has a rate at which %s makes visible progress and stays in the window",
    (id, rate) => {
      const path = walk(resolveOptimizer(id), rate, gradient, start);
      const lowest = Math.min(...minima.map(value));
      const initial = value(start) - lowest;
      expect(value(path.at(-1)!) - lowest).toBeLessThan(0.9 * initial);
      for (const point of path) expect(isInside(point), `at ${point}`).toBe(true);
    },
  );

  function isInside([x, y]: Point): boolean {
    return x > domain.x[0] && x < domain.x[1] && y > domain.y[0] && y < domain.y[1];
  }

  /** The table has six decimals; the gradient grows with the curvature. */
  function expectLevel(point: Point) {
    for (const each of gradient(point)) expect(Math.abs(each), `at ${point}`).toBeLessThan(2e-4);
  }
});

describe("the ravine", () => {
  test("unrotated is exactly (x^2 + kappa y^2) / 2, gradient included", () => {
    const { value, gradient } = functionsOf(surfaces.ravine);
    for (const [x, y] of gridOf(surfaces.ravine)) {
      expect(value([x, y])).toBe((x * x + 50 * (y * y)) / 2);
      expect(gradient([x, y])).toEqual([x, 50 * y]);
    }
  });

  test("unrotated is printed without its rotation", () => {
    const [line] = specialise([{ target: "f", value: parseExpression(surfaces.ravine.value) }], {
      rotate: 0,
    });
    expect(line!.value).toEqual(parseExpression("(x^2 + kappa * y^2) / 2"));
  });

  test("turned by 90 degrees is steep along x", () => {
    const { value } = functionsOf(surfaces.ravine, { rotate: 90 });
    expect(value([2, 0])).toBeCloseTo(100, 10);
    expect(value([0, 2])).toBeCloseTo(2, 10);
  });
});

test("surfaces are typeset as textbooks print them", () => {
  const ids = ["ravine", "rosenbrock", "beale", "himmelblau", "saddle"] as const;
  const set = ids.map((id) => {
    const [line] = specialise([{ target: "f", value: parseExpression(surfaces[id].value) }], {
      rotate: 0,
    });
    return `${id}: ${textOf(toMathml(line!.value)).replaceAll("\u2062", "")}`;
  });
  expect(set).toEqual([
    "ravine: 12(x2+κy2)",
    "rosenbrock: (1−x)2+100(y−x2)2",
    "beale: (1.5−x+xy)2+(2.25−x+xy2)2+(2.625−x+xy3)2",
    "himmelblau: (x2+y−11)2+(x+y2−7)2",
    "saddle: x2−y2+y44",
  ]);
});

test("derived gradients read like formulas", () => {
  const himmelblau = parseExpression(surfaces.himmelblau.value);
  expect(toJs(derive(himmelblau, "x"))).toBe("4 * (_power2(x) + y - 11) * x + 2 * (x + _power2(y) - 7)");
  expect(toJs(derive(parseExpression(surfaces.saddle.value), "y"))).toBe("_power3(y) - 2 * y");
});

test("the registry knows its own names only, and quotes others", () => {
  expect(resolveSurface("ravine")).toBe(surfaces.ravine);
  for (const name of ["ravin", "toString", "constructor", "__proto__", "hasOwnProperty", ""])
    expect(() => resolveSurface(name)).toThrow(`unknown surface: ${name}`);
});

type Scalar = (point: Point) => number;

function functionsOf(surface: Surface, values: Record<string, number> = {}) {
  const entries = Object.entries(surface.parameters ?? {});
  const names = ["x", "y", ...entries.map(([name]) => name)];
  const given = entries.map(([name, { value }]) => values[name] ?? value);
  const expression = parseExpression(surface.value, names);
  const at =
    (closure: (values: number[]) => number): Scalar =>
    (point) =>
      closure([...point, ...given]);
  const partials = ["x", "y"].map((name) => at(toClosure(derive(expression, name), names)));
  return {
    value: at(toClosure(expression, names)),
    gradient: (point: Point) => partials.map((partial) => partial(point)),
  };
}

function differencesOf(value: Scalar, [x, y]: Point, h: number): number[] {
  return [
    (value([x + h, y]) - value([x - h, y])) / (2 * h),
    (value([x, y + h]) - value([x, y - h])) / (2 * h),
  ];
}

function gridOf({ domain }: Surface): Point[] {
  const along = ([from, to]: readonly [number, number]) =>
    Array.from({ length: 13 }, (_, i) => from + ((to - from) * (i + 0.37)) / 13);
  return along(domain.x).flatMap((x) => along(domain.y).map((y): Point => [x, y]));
}

/** A hundred steps of a rule at its defaults but for the learning rate, by closures. */
function walk(
  { update, hyperparameters }: Optimizer,
  lr: number,
  gradient: (point: Point) => number[],
  start: Point,
): Point[] {
  const program = parseProgram(update);
  const { state, locals } = scopeOf(program);
  const names = [...new Set(["theta", "g", "t", ...state, ...locals, ...Object.keys(hyperparameters)])];
  const lines = program.map(({ target, value }) => ({
    at: names.indexOf(target),
    closure: toClosure(value, names),
  }));
  const slots = start.map((theta) =>
    names.map((name) => (name === "theta" ? theta : (hyperparameters[name]?.value ?? 0))),
  );
  const path: Point[] = [start];
  for (let t = 1; t <= 100; t++) {
    const g = gradient(path.at(-1)!);
    slots.forEach((slot, i) => {
      [slot[names.indexOf("g")], slot[names.indexOf("t")], slot[names.indexOf("lr")]] = [g[i]!, t, lr];
      for (const { at, closure } of lines) slot[at] = closure(slot);
    });
    path.push([slots[0]![0]!, slots[1]![0]!]);
  }
  return path;
}
