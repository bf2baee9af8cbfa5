import { describe, expect, test } from "vitest";
import type { Assignment, Expression } from "./ast";
import { toClosure } from "./emit/evaluate";
import { jsPreamble, toJs } from "./emit/js";
import { toTensor, type TensorOps } from "./emit/tensor";
import { toWgsl } from "./emit/wgsl";
import { hoist } from "./hoist";
import { FormulaError, parseExpression, parseProgram } from "./parse";
import { chanceOf, randomTree, sourceOf } from "./random-formulas";
import { namesIn, scopeOf } from "./scope";

// Closures are what a formula means; every other target must mean the same, bit for bit.

const names = ["x", "y", "k", "n"];
const points = [
  [0.3, -1.7, 2, 3],
  [-2.5, 0, -0.1, 0.5],
  [0, 1e-3, 7, -2],
  [40, -3, 1, 0],
];

describe("generated JavaScript", () => {
  test("computes what the closures compute, on 2,000 random formulas", () => {
    for (const expression of randomExpressions(2000)) {
      const compiled = compile(expression);
      const closure = toClosure(expression, names);
      for (const point of points) expect(compiled(...point), toJs(expression)).toBe(closure(point));
    }
  });

  test("stays short however deep whole powers are nested", () => {
    const nested = `${"(".repeat(40)}x${"+1)^3".repeat(40)}`;
    expect(toJs(parseExpression(nested)).length).toBeLessThan(1000);
    expect(toWgsl(parseExpression(nested)).length).toBeLessThan(1000);
  });

  test("opens no brackets for a long sum, which shader compilers would refuse", () => {
    expect(toJs(parseExpression(Array(400).fill("x").join("+")))).not.toContain("(");
  });
});

test("a formula's own text reads back as the very tree it was made from", () => {
  let read = 0;
  for (const expression of randomExpressions(2000)) {
    const text = sourceOf(expression);
    const tree = parsed(text);
    if (tree) expect(tree, text).toEqual(expression);
    if (tree) read++;
  }
  expect(read).toBeGreaterThan(1500);
});

test("tensor operations compute what the closures compute, on 2,000 random formulas", () => {
  for (const expression of randomExpressions(2000)) {
    const closure = toClosure(expression, names);
    for (const [x = 0, y = 0, k = 0, n = 0] of points) {
      const boxed = toTensor(expression, boxes, { x: { value: x }, y: { value: y }, k, n });
      expect(boxed.value, toJs(expression)).toBe(closure([x, y, k, n]));
    }
  }
});

describe("whole powers", () => {
  test.each([-8, -3, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
    "x^%d holds for a negative base in every target",
    (n) => {
      const expression = parseExpression(`x^${n}`);
      const expected = (-1.5) ** n;
      expect(compile(expression)(-1.5, 0, 0, 0)).toBeCloseTo(expected, 12);
      expect(toTensor(expression, boxes, { x: { value: -1.5 } }).value).toBeCloseTo(expected, 12);
    },
  );

  test("ask tensors for no pow", () => {
    const withoutPow = { ...boxes, pow: () => expect.fail("pow was called") };
    expect(toTensor(parseExpression("x^2 + x^-3"), withoutPow, { x: { value: -2 } }).value).toBe(3.875);
  });
});

test("step is 1 at 0 in every target", () => {
  const expression = parseExpression("step(x)");
  expect(toClosure(expression, ["x"])([0])).toBe(1);
  expect(compile(expression)(0, 0, 0, 0)).toBe(1);
  expect(toWgsl(expression)).toBe("step(0f, x)");
});

test("floor rounds down in every target, below zero too", () => {
  const expression = parseExpression("floor(x)");
  for (const [x, whole] of [
    [2.5, 2],
    [-2.5, -3],
    [-0.1, -1],
    [3, 3],
  ] as const) {
    expect(toClosure(expression, ["x"])([x])).toBe(whole);
    expect(compile(expression)(x, 0, 0, 0)).toBe(whole);
    expect(toTensor(expression, boxes, { x }).value).toBe(whole);
  }
  expect(toWgsl(expression)).toBe("floor(x)");
});

test("a name without a value is an error, inherited ones included", () => {
  const inherited: Expression = { kind: "name", name: "toString" };
  expect(() => toClosure(inherited, [])).toThrow("no value for toString");
  expect(() => toTensor(inherited, boxes, {})).toThrow("no value for toString");
});

describe("WGSL numbers", () => {
  const cases: [value: number, text: string][] = [
    [0, "0f"],
    [1, "1f"],
    [0.1, "0.1f"],
    [1e-10, "1e-10f"],
    [1e21, "1e+21f"],
    [1e300, "3.4028234e38f"],
    [3.4028235e38, "3.4028234e38f"],
    [1e-40, "0f"],
    [5e-324, "0f"],
    [-2, "-2f"],
    [-1e300, "-3.4028234e38f"],
  ];
  test.each(cases)("%d is %s", (value, text) => {
    expect(toWgsl({ kind: "number", value })).toBe(text);
  });
});

describe("hoisting", () => {
  const varying = new Set(["x", "y"]);

  test("keeps the value of 2,000 random formulas bit for bit", () => {
    for (const expression of randomExpressions(2000)) {
      const before: Assignment[] = [{ target: "f", value: expression }];
      const { hoisted, program } = hoist(before, varying);
      for (const point of points) {
        const env = Object.fromEntries(names.map((name, i) => [name, point[i]!]));
        expect(run([...hoisted, ...program], env).f, toJs(expression)).toBe(run(before, env).f);
      }
    }
  });

  test("leaves nothing to compute from constants alone", () => {
    for (const expression of randomExpressions(500)) {
      const { hoisted, program } = hoist([{ target: "f", value: expression }], varying);
      for (const { value } of hoisted)
        expect([...namesIn(value)].some((name) => varying.has(name))).toBe(false);
      for (const { value } of program) expect(hoist([{ target: "f", value }], varying).hoisted).toEqual([]);
    }
  });

  test("shares equal subtrees, moves constant locals whole, and leaves bare names and numbers", () => {
    const program = parseProgram(`
      rate = lr / (1 - beta^t)
      short = lr
      m = beta * m + (1 - beta) * g
      theta = theta - rate * m - (1 - beta) * short * -2 * g^-2 * pi
    `);
    const { state } = scopeOf(program);
    const parts = hoist(program, new Set(["theta", "g", ...state]));
    expect(textOf(parts.hoisted)).toEqual([
      "hoisted_0 = lr / (1 - Math.pow(beta, t))",
      "hoisted_1 = 1 - beta",
      "hoisted_2 = (1 - beta) * lr * -2",
    ]);
    expect(textOf(parts.program)).toEqual([
      "m = beta * m + hoisted_1 * g",
      "theta = theta - hoisted_0 * m - hoisted_2 * (1 / _power2(g)) * 3.141592653589793",
    ]);
  });

  test("follows a local that is constant on one line and varies on a later one", () => {
    const program = parseProgram(
      "c = 2 * lr; theta = theta - c; c = c * g; theta = theta - c; c = lr / 3; theta = theta * c",
    );
    const { hoisted, program: rest } = hoist(program, new Set(["theta", "g"]));
    const env = { theta: 5, g: 0.7, lr: 0.3 };
    expect(run([...hoisted, ...rest], env).theta).toBe(run(program, env).theta);
    expect(textOf(hoisted)).toEqual(["hoisted_0 = 2 * lr", "hoisted_1 = lr / 3"]);
  });

  test("keeps the line of a result, however constant", () => {
    const program = parseProgram("a = 2 * k; fx = 3; fy = a + 1; fz = a");
    const parts = hoist(program, varying);
    expect(textOf(parts.hoisted)).toEqual(["hoisted_0 = 2 * k", "hoisted_1 = hoisted_0 + 1"]);
    expect(textOf(parts.program)).toEqual(["fx = 3", "fy = hoisted_1", "fz = hoisted_0"]);
  });

  test("computes one program's hoisted values in order, each from those before", () => {
    const program = parseProgram("a = 1 - beta^t; b2 = a * 2; theta = theta * (b2 + a)");
    expect(textOf(hoist(program, new Set(["theta", "g"])).hoisted)).toEqual([
      "hoisted_0 = 1 - Math.pow(beta, t)",
      "hoisted_1 = hoisted_0 * 2",
      "hoisted_2 = hoisted_1 + hoisted_0",
    ]);
  });
});

// Tensors of one number, distinct from plain numbers so that a mixed-up value shows.
type Box = { readonly value: number };
const unary = (f: (a: number) => number) => (a: Box) => ({ value: f(a.value) });
const binary = (f: (a: number, b: number) => number) => (a: Box, b: Box) => ({ value: f(a.value, b.value) });
const boxes: TensorOps<Box> = {
  scalar: (value) => ({ value }),
  add: binary((a, b) => a + b),
  sub: binary((a, b) => a - b),
  mul: binary((a, b) => a * b),
  div: binary((a, b) => a / b),
  pow: binary(Math.pow),
  minimum: binary(Math.min),
  maximum: binary(Math.max),
  neg: unary((a) => -a),
  sqrt: unary(Math.sqrt),
  exp: unary(Math.exp),
  log: unary(Math.log),
  sin: unary(Math.sin),
  cos: unary(Math.cos),
  tanh: unary(Math.tanh),
  abs: unary(Math.abs),
  floor: unary(Math.floor),
  sign: unary(Math.sign),
  step: unary((a) => (a >= 0 ? 1 : 0)),
};

/** Nothing where a constant part has no value, which chance does not avoid. */
function parsed(text: string): Expression | undefined {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof FormulaError && /has no value|is too large/.test(error.message)) return undefined;
    throw error;
  }
}

function compile(expression: Expression): (...values: number[]) => number {
  const make = new Function(`${jsPreamble}\nreturn (${names.join(", ")}) => ${toJs(expression)};`);
  return make() as (...values: number[]) => number;
}

function run(
  program: readonly Assignment[],
  start: Readonly<Record<string, number>>,
): Record<string, number> {
  const env = { ...start };
  for (const { target, value } of program)
    env[target] = toClosure(value, Object.keys(env))(Object.values(env));
  return env;
}

const textOf = (program: readonly Assignment[]) =>
  program.map(({ target, value }) => `${target} = ${toJs(value)}`);

function randomExpressions(count: number): Expression[] {
  const chance = chanceOf(12345);
  const numbers = [0, 1, 2, 3, 4, 8, 9, 0.5, 1e-8, 1e21, 0.1];
  return Array.from({ length: count }, () => randomTree([...names, "pi"], numbers, chance, 5));
}
