import { readdirSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { resolveSurface, surfaces } from ".";
import { randomOf } from "../experiment/random";
import type { Expression } from "../formula/ast";
import { derive } from "../formula/derive";
import { toClosure } from "../formula/emit/evaluate";
import { toJs } from "../formula/emit/js";
import { toMathml } from "../formula/emit/mathml";
import { textOf } from "../formula/math-node";
import { misspelt } from "../formula/misspelt";
import { parseExpression, parseProgram } from "../formula/parse";
import { namesIn, scopeOf } from "../formula/scope";
import { specialise } from "../formula/simplify";
import { resolveOptimizer } from "../optimizers";
import type { Optimizer } from "../optimizers/optimizer";
import { subjects, type Point, type Surface } from "./surface";

const registered: [id: string, surface: Surface][] = Object.entries(surfaces);

/** Of the comparison with differences; printed when all are done. */
const worstErrors = new Map<string, number>();

describe.each(registered)("%s", (id, surface) => {
  const { domain, minima, saddles = [], start, data, parameters = {} } = surface;
  const { value, gradient } = functionsOf(surface);
  const places = placesOn(id, surface);
  const steepness = medianOf(places.map((point) => Math.hypot(...gradient(point))));

  test("names x, y, its parameters and nothing else, and uses every parameter", () => {
    const names = [...namesIn(parseExpression(surface.value))];
    // How many points a gradient sees changes its noise, not the surface.
    const inFormula = Object.keys(parameters).filter((name) => name !== data?.batch);
    expect(names.sort()).toEqual(["x", "y", ...inFormula].sort());
  });

  test("has no parameter that reads as a slip of the pen", () => {
    expect(misspelt(Object.keys(parameters), ["x", "y"])).toBeUndefined();
  });

  test("has a derived gradient that agrees with differences at 1,000 random places", () => {
    // Of the gradient there or, where it nearly vanishes, of the surface's usual one: losses reach a million.
    const errors = places.map((point) => {
      const derived = gradient(point);
      const differences = differencesOf(value, point, domain);
      const error = Math.hypot(...derived.map((each, i) => each - differences[i]!));
      return error / Math.max(Math.hypot(...differences), steepness);
    });
    worstErrors.set(id, Math.max(...errors));
    for (const [i, error] of errors.entries()) expect(error, `at ${places[i]}`).toBeLessThan(1e-6);
  });

  test("has the losses that were computed apart from it, at a place and at its minima", () => {
    const { loss, minimal } = known[id]!;
    expectNear(value([0.37, -0.81]), loss);
    expect(minima.length).toBe(minimal.length);
    minima.forEach((point, i) => expectNear(value(point), minimal[i]!));
  });

  test("has minima with a vanishing gradient and no lower neighbour", () => {
    for (const point of minima) {
      expectLevel(point);
      for (const around of circleAbout(point))
        expect(value(around), `around ${point}`).toBeGreaterThan(value(point));
    }
  });

  test("has saddles with a vanishing gradient and a Hessian of both signs", () => {
    for (const point of saddles) {
      expectLevel(point);
      if (surface === surfaces["monkey-saddle"]) continue;
      const [least, greatest] = eigenvaluesOf(gradient, point);
      expect(least, `at ${point}`).toBeLessThan(0);
      expect(greatest, `at ${point}`).toBeGreaterThan(0);
    }
  });

  test("goes down on two sides of each saddle, and on three of the monkey's", () => {
    for (const point of saddles) {
      const isLower = circleAbout(point).map((around) => value(around) < value(point));
      const waysDown = isLower.filter((lower, i) => lower && !isLower.at(i - 1)).length;
      expect(waysDown, `at ${point}`).toBe(surface === surfaces["monkey-saddle"] ? 3 : 2);
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

  if (surface.curvature !== undefined) {
    const [names, given] = [Object.keys(parameters), Object.values(parameters)];
    const closure = toClosure(parseExpression(surface.curvature, names), names);
    const curvature = closure(given.map((parameter) => parameter.value));
    test("has the curvature it says wherever one looks", () => {
      for (const point of places.slice(0, 10))
        expect(eigenvaluesOf(gradient, point)[1] / curvature).toBeCloseTo(1, 6);
    });
  }

  if (data) {
    const { points, batch } = data;
    test("is the mean of its points' halved squared residuals", () => {
      for (const [x, y] of places) {
        const squares = points.map(([u, v]) => (x * u + y - v) ** 2 / 2);
        expectNear(value([x, y]), sumOf(squares) / points.length);
      }
    });

    test("has the line of least squares as its minimum", () => {
      const [[slope, intercept]] = minima as [Point];
      const residuals = points.map(([u, v]) => ({ u, r: slope * u + intercept - v }));
      expect(sumOf(residuals.map(({ r }) => r))).toBeCloseTo(0, 12);
      expect(sumOf(residuals.map(({ u, r }) => u * r))).toBeCloseTo(0, 12);
    });

    test("lets a gradient see from one of its points to all of them", () => {
      expect(parameters[batch]?.range).toEqual([1, points.length]);
    });
  }

  test.each(Object.entries(surface.rates))(
    "has a rate at which %s is seen to go down and stays in the window",
    (optimizer, rate) => {
      const path = walk(resolveOptimizer(optimizer), rate, gradient, start);
      expect(value(path.at(-1)!)).toBeLessThan(value(start));
      // Farther than a mark is wide; how far a rule gets is its lesson, as on the monkey saddle.
      const farthest = Math.max(...path.map(([x, y]) => Math.hypot(x - start[0], y - start[1])));
      expect(farthest).toBeGreaterThan((domain.x[1] - domain.x[0]) / 40);
      for (const point of path) expect(isInside(point), `at ${point}`).toBe(true);
    },
  );

  function isInside([x, y]: Point): boolean {
    return x > domain.x[0] && x < domain.x[1] && y > domain.y[0] && y < domain.y[1];
  }

  /** A Newton step from here would be shorter than 1e-12: the place is right to the last digits of a number. */
  function expectLevel(point: Point) {
    const flattest = Math.min(...eigenvaluesOf(gradient, point).map(Math.abs));
    expect(Math.hypot(...gradient(point)), `at ${point}`).toBeLessThanOrEqual(1e-12 * flattest);
  }

  /** Ackley's constant under the root lifts its minimum by 4e-8. */
  function expectNear(actual: number, expected: number) {
    expect(Math.abs(actual - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(
      surface === surfaces.ackley ? 1e-7 : 1e-11,
    );
  }
});

afterAll(() => {
  const rows = [...worstErrors].map(([id, error]) => `${id.padEnd(18)} ${error.toExponential(1)}`);
  console.log(["derived gradients, worst relative error:", ...rows].join("\n"));
});

describe("the ravine", () => {
  test("unrotated is exactly (x^2 + kappa y^2) / 2, gradient included", () => {
    const { value, gradient } = functionsOf(surfaces.ravine);
    for (const [x, y] of placesOn("ravine", surfaces.ravine)) {
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

test("the monkey saddle is flat to second order in the middle", () => {
  const { gradient } = functionsOf(surfaces["monkey-saddle"]);
  for (const eigenvalue of eigenvaluesOf(gradient, [0, 0])) expect(Math.abs(eigenvalue)).toBeLessThan(1e-6);
});

test("surfaces are typeset as textbooks print them", () => {
  const set = registered.map(([id, { value }]) => {
    const [line] = specialise([{ target: "f", value: parseExpression(value) }], { rotate: 0 });
    return `${id}: ${textOf(toMathml(line!.value)).replace(/[\u2061\u2062]/g, "")}`;
  });
  expect(set).toEqual([
    "ravine: 12(x2+κy2)",
    "rosenbrock: (1−x)2+100(y−x2)2",
    "booth: (x+2y−7)2+(2x+y−5)2",
    "beale: (1.5−x+xy)2+(2.25−x+xy2)2+(2.625−x+xy3)2",
    "goldstein-price: (1+(x+y+1)2(19−14x+3x2−14y+6xy+3y2))(30+(2x−3y)2(18−32x+12x2+48y−36xy+27y2))",
    "saddle: x2−y2+y44",
    "monkey-saddle: x3−3xy2+(x2+y2)22",
    "plateau: 1−e−((x−2)2+y2/4)/2+0.002(x2+y2)",
    "himmelblau: (x2+y−11)2+(x+y2−7)2",
    "two-wells: x2+y2−2e−((x−1)2+y2)/0.2−3e−((x+1)2+y2)/0.2",
    "three-hump-camel: 2x2−1.05x4+x66+xy+y2",
    "six-hump-camel: (4−2.1x2+x43)x2+xy+(4y2−4)y2",
    "branin: (y−5.1x24π2+5xπ−6)2+10(1−18π)cos(x)+10",
    "mccormick: sin(x+y)+(x−y)2−1.5x+2.5y+1",
    "styblinski-tang: 12(x4−16x2+5x+y4−16y2+5y)",
    "rastrigin: 20+x2+y2−10cos(2πx)−10cos(2πy)",
    "ackley: 20−20e−0.2(x2+y2)/2+10−16+e1−e(cos(2πx)+cos(2πy))/2",
    "levy-13: sin(3πx)2+(x−1)2(1+sin(3πy)2)+(y−1)2(1+sin(2πy)2)",
    "easom: −cos(x)cos(y)e−(x−π)2−(y−π)2",
    "noisy-line: 12(1.235x2+1.9xy+y2−3.99x−2.8y+3.5)",
  ]);
});

test("derived gradients read like formulas", () => {
  const himmelblau = parseExpression(surfaces.himmelblau.value);
  expect(toJs(derive(himmelblau, "x"))).toBe("4 * (_power2(x) + y - 11) * x + 2 * (x + _power2(y) - 7)");
  expect(toJs(derive(parseExpression(surfaces.saddle.value), "y"))).toBe("_power3(y) - 2 * y");
});

test("ids are lower-case with hyphens, and every definition here is registered under its file's name", () => {
  const files = readdirSync(new URL(".", import.meta.url)).map((file) => file.replace(/\.ts$/, ""));
  const definitions = files.filter((file) => !["index", "surface", "surfaces.test"].includes(file));
  expect(Object.keys(surfaces).sort()).toEqual(definitions.sort());
  for (const id of Object.keys(surfaces)) expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
});

test("the registry knows its own names only, and quotes others", () => {
  expect(resolveSurface("ravine")).toBe(surfaces.ravine);
  for (const name of ["ravin", "toString", "constructor", "__proto__", "hasOwnProperty", ""])
    expect(() => resolveSurface(name)).toThrow(`unknown surface: ${name}`);
});

/** Losses at (0.37, -0.81) and at the minima, from the papers' formulas in 40 digits (mpmath 1.3), not from ours. */
const known: Readonly<Record<string, { readonly loss: number; readonly minimal: readonly number[] }>> = {
  ravine: { loss: 16.47095, minimal: [0] },
  rosenbrock: { loss: 90.058861, minimal: [0] },
  booth: { loss: 93.7674, minimal: [0] },
  beale: { loss: 9.432369377893, minimal: [0] },
  "goldstein-price": { loss: 37.56995856559, minimal: [3, 30, 84, 840] },
  saddle: { loss: -0.4115831975, minimal: [-1, -1] },
  "monkey-saddle": { loss: -0.3631935, minimal: [-0.84375, -0.84375, -0.84375] },
  plateau: { loss: 0.7575556070072, minimal: [0.007968126986124] },
  himmelblau: { loss: 171.94874482, minimal: [0, 0, 0, 0] },
  "two-wells": { loss: 0.7826517345261, minimal: [-2.063090251768, -1.092731999202] },
  "three-hump-camel": { loss: 0.6109489305682, minimal: [0, 0.2986384422369, 0.2986384422369] },
  "six-hump-camel": {
    loss: -0.6931332988637,
    minimal: [
      -1.03162845349, -1.03162845349, -0.2154638243837, -0.2154638243837, 2.104250310311, 2.104250310311,
    ],
  },
  branin: { loss: 57.87508823503, minimal: [0.3978873577297, 0.3978873577297, 0.3978873577297] },
  mccormick: { loss: -0.613539465066, minimal: [-1.913222954981, 1.228369698609] },
  "styblinski-tang": {
    loss: -7.21939559,
    minimal: [-78.33233140754, -64.19561235906, -64.19561235906, -50.05889331057],
  },
  rastrigin: { loss: 23.95722553244, minimal: [0] },
  ackley: { loss: 4.231195661583, minimal: [0] },
  "levy-13": { loss: 6.997893367322, minimal: [0] },
  easom: {
    loss: -4.902589497198e-11,
    minimal: [-1, -8.11022389157e-5, -8.11022389157e-5, -8.11022389157e-5, -8.11022389157e-5],
  },
  "noisy-line": { loss: 2.27372075, minimal: [0.105] },
};

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

/** Central differences at three widths, extrapolated to width 0 (Richardson 1911): their error is of sixth order. */
function differencesOf(value: Scalar, [x, y]: Point, domain: Surface["domain"]): number[] {
  const slopeOf = (along: (step: number) => number, [from, to]: readonly [number, number]) => {
    const h = (to - from) / 4096;
    const difference = (step: number) => (along(step) - along(-step)) / (2 * step);
    const [a, b, c] = [difference(h), difference(h / 2), difference(h / 4)];
    return (16 * (4 * c - b) - (4 * b - a)) / 45;
  };
  return [
    slopeOf((step) => value([x + step, y]), domain.x),
    slopeOf((step) => value([x, y + step]), domain.y),
  ];
}

/** The lesser and the greater eigenvalue of the Hessian, by differences. */
function eigenvaluesOf(gradient: (point: Point) => number[], [x, y]: Point): [number, number] {
  const h = 1e-4;
  const [east, west, north, south] = [
    gradient([x + h, y]),
    gradient([x - h, y]),
    gradient([x, y + h]),
    gradient([x, y - h]),
  ];
  const [xx, xy, yy] = [east[0]! - west[0]!, east[1]! - west[1]!, north[1]! - south[1]!];
  const [mean, radius] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
  return [(mean - radius) / (2 * h), (mean + radius) / (2 * h)];
}

/** Near enough to see only what the second derivatives say, or at the monkey saddle the third. */
const circleAbout = ([x, y]: Point): Point[] =>
  Array.from({ length: 48 }, (_, i) => {
    const angle = ((i + 0.3) * Math.PI) / 24;
    return [x + 1e-3 * Math.cos(angle), y + 1e-3 * Math.sin(angle)];
  });

function placesOn(id: string, { domain }: Surface): Point[] {
  const { uniform } = randomOf(1, id);
  const within = ([from, to]: readonly [number, number]) => from + (to - from) * uniform();
  return Array.from({ length: 1000 }, (): Point => [within(domain.x), within(domain.y)]);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** The hundred iterates a rule reports, at its defaults but for the learning rate, by closures. */
function walk(
  { update, initial = {}, reports = "theta", hyperparameters }: Optimizer,
  lr: number,
  gradient: (point: Point) => number[],
  start: Point,
): Point[] {
  const program = parseProgram(update);
  const { state, locals } = scopeOf(program);
  const names = [...new Set(["theta", "g", "t", ...state, ...locals, ...Object.keys(hyperparameters)])];
  const compiled = (target: string, value: Expression) => ({
    at: names.indexOf(target),
    closure: toClosure(value, names),
  });
  const lines = program.map(({ target, value }) => compiled(target, value));
  const first = Object.entries(initial).map(([name, text]) => compiled(name, parseExpression(text)));
  const slots = start.map((theta) => {
    const slot = names.map((name) => hyperparameters[name]?.value ?? 0);
    [slot[names.indexOf("theta")], slot[names.indexOf("lr")]] = [theta, lr];
    for (const { at, closure } of first) slot[at] = closure(slot);
    return slot;
  });
  const read = (name: string): Point => [slots[0]![names.indexOf(name)]!, slots[1]![names.indexOf(name)]!];
  const path = [read(reports)];
  for (let t = 1; t <= 100; t++) {
    const g = gradient(read("theta"));
    slots.forEach((slot, i) => {
      [slot[names.indexOf("g")], slot[names.indexOf("t")]] = [g[i]!, t];
      for (const { at, closure } of lines) slot[at] = closure(slot);
    });
    path.push(read(reports));
  }
  return path;
}

test("they stand in the order of what they teach", () => {
  const order = Object.values<Surface>(surfaces).map(({ teaches }) => subjects.indexOf(teaches!));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});
