import { describe, expect, test } from "vitest";
import { derive } from "./derive";
import { toClosure } from "./emit/evaluate";
import { toJs } from "./emit/js";
import { FormulaError, parseExpression } from "./parse";
import { functionNames, vocableOf } from "./vocabulary";

describe("the derivative agrees with central differences", () => {
  for (const name of functionNames) {
    const isDefinedFrom = name === "sqrt" || name === "log" ? 0.2 : -2;
    if (vocableOf(name)!.arity === 1) {
      test(`of ${name}`, () => agrees(`${name}(x)`, isDefinedFrom));
      test(`of ${name} of something else`, () => agrees(`${name}(x^2 / 3 + 0.3)`, isDefinedFrom));
    } else {
      test(`of ${name} by its first argument`, () => agrees(`${name}(x, y)`, -2));
      test(`of ${name} by its second argument`, () => agrees(`${name}(y, x * x)`, -2));
    }
  }

  const anywhere = [
    "x^3",
    "(x - 3)^-3",
    "x^7 - y^2 * x",
    "(x + 4)^y",
    "(x * y)^2 / (1 + x^2)",
    "1 / (x - 7)",
    "-(x - y)^4",
    "2^x",
  ];
  test.each(anywhere)("of %s, negative bases included", (source) => agrees(source, -2));

  test("of a power whose exponent is a constant expression, for negative bases too", () => {
    const derivative = derive(parseExpression("x^(1 + n)"), "x");
    expect(toClosure(derivative, ["x", "n"])([-2, 2])).toBe(12);
  });

  test("of a power whose base and exponent both vary", () => agrees("(x^2 + 1)^(x / 2)", -2));
});

describe("a derivative reads like a formula", () => {
  const cases: [source: string, derivative: string][] = [
    ["x^2", "2 * x"],
    ["x^2 / 2", "x"],
    ["(x^2 + k * y^2) / 2", "x"],
    ["3 * x + y", "3"],
    ["y", "0"],
    ["(1 - x)^2", "-(2 * (1 - x))"],
    ["log(x)", "1 / x"],
    ["sin(3 * x)", "3 * Math.cos(3 * x)"],
    ["x * (2 * y)", "2 * y"],
    ["exp(-x)", "-Math.exp(-x)"],
    ["sqrt(x)", "1 / (2 * Math.sqrt(x))"],
    ["x^n", "n * Math.pow(x, n - 1)"],
    ["sign(x) + step(x)", "0"],
  ];
  test.each(cases)("%s has %s", (source, derivative) => {
    expect(toJs(derive(parseExpression(source), "x"))).toBe(derivative);
  });
});

test("a derivative that grows beyond bounds is refused", () => {
  const nested = (n: number): string => (n === 0 ? "x" : `tanh(x*${nested(n - 1)})`);
  derive(parseExpression(nested(20)), "x");
  const products = Array.from({ length: 9 }, () => Array(55).fill("x").join("*")).join("+");
  expect(() => derive(parseExpression(products), "x")).toThrow(FormulaError);
});

function agrees(source: string, from: number) {
  const names = ["x", "y"];
  const expression = parseExpression(source, names);
  const value = toClosure(expression, names);
  const derivative = toClosure(derive(expression, "x"), names);
  // Steps that meet no kink of the piecewise functions exactly.
  for (let x = from + 0.0137; x < 2; x += 0.0931) {
    const y = 0.77;
    const h = 1e-5;
    const difference = (value([x + h, y]) - value([x - h, y])) / (2 * h);
    const scale = 1 + Math.abs(difference);
    expect(Math.abs(derivative([x, y]) - difference) / scale, `${source} at ${x}`).toBeLessThan(1e-7);
  }
}
