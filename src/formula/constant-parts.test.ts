import { describe, expect, test } from "vitest";
import { FormulaError, parseExpression, parseProgram } from "./parse";

describe("a constant part without a finite value is refused at its operator or function", () => {
  const cases: [source: string, offset: number, length: number, message: string][] = [
    ["1/0", 1, 1, "1 / 0 has no value"],
    ["x + 2 * (1 / 0)", 11, 1, "1 / 0 has no value"],
    ["x / 0", 2, 1, "a division by 0 has no value"],
    ["2 * x / (pi - pi) + 1", 6, 1, "a division by 0 has no value"],
    ["0/0", 1, 1, "0 / 0 has no value"],
    ["1 / -0", 2, 1, "1 / 0 has no value"],
    ["log(0)", 0, 3, "log(0) has no value"],
    ["x * sqrt(-1)", 4, 4, "sqrt(-1) has no value"],
    ["log(1 - 2)", 0, 3, "log(-1) has no value"],
    ["0^-1", 1, 1, "0 ^ -1 has no value"],
    ["(-8)^0.5", 4, 1, "(-8) ^ 0.5 has no value"],
    ["(1 - 1)^-1", 7, 1, "0 ^ -1 has no value"],
    ["x / (1 / (pi - pi))", 7, 1, "1 / 0 has no value"],
    ["1e300*1e300", 5, 1, "1e300 * 1e300 is too large"],
    ["1e300 / 1e-300", 6, 1, "1e300 / 1e-300 is too large"],
    ["exp(1000)", 0, 3, "exp(1000) is too large"],
    ["2^2^2^2^2^2", 3, 1, "2 ^ 65536 is too large"],
    ["1e200^2", 5, 1, "1e200 ^ 2 is too large"],
    ["-1e308 - 1e308", 7, 1, "-1e308 - 1e308 is too large"],
    ["sqrt(1 / 3 - 1)", 0, 4, "sqrt(-0.666667) has no value"],
  ];
  test.each(cases)("%s", (source, offset, length, message) => {
    for (const before of ["", "theta = theta\nb = "]) {
      const error = errorOf(() => (before ? parseProgram(before + source) : parseExpression(source)));
      expect(error.message).toBe(message);
      expect([error.position.offset, error.length]).toEqual([before.length + offset, length]);
    }
  });
});

test("what a name decides is left to run, and constants with a value stay", () => {
  for (const source of ["1 / x", "0 / x", "log(0 * x)", "0^0", "1e-300 * 1e-300", "max(1, 2) / 3", "sqrt(0)"])
    parseExpression(source);
});

function errorOf(run: () => unknown): FormulaError {
  try {
    run();
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error("was accepted");
}
