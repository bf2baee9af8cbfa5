import { describe, expect, test } from "vitest";
import { toClosure } from "./emit/evaluate";
import { toJs } from "./emit/js";
import { parseExpression, parseProgram } from "./parse";
import { specialise } from "./simplify";

describe("a program with some hyperparameters fixed", () => {
  const cases: [claim: string, source: string, values: Record<string, number>, lines: string[]][] = [
    [
      "drops terms of zero",
      "b = momentum * b + (1 - dampening * step(t - 2)) * g; theta = theta - lr * b",
      { dampening: 0 },
      ["b = momentum * b + g", "theta = theta - lr * b"],
    ],
    [
      "writes state that remembers nothing where it is used",
      "s = rho * s + g; b = momentum * b + g / (s + eps); theta = theta - lr * b",
      { momentum: 0 },
      ["s = rho * s + g", "theta = theta - lr * g / (s + eps)"],
    ],
    [
      "drops state that nothing reads any more",
      "b = momentum * b + g; theta = theta - lr * (g + momentum * b)",
      { momentum: 0 },
      ["theta = theta - lr * g"],
    ],
    [
      "keeps state that is used twice",
      "b = momentum * b + g; theta = theta - lr * b - b^3",
      { momentum: 0 },
      ["b = g", "theta = theta - lr * b - _power3(b)"],
    ],
    [
      "keeps state whose parts change before it is used",
      "b = momentum * b + s; s = s + g; theta = theta - b",
      { momentum: 0 },
      ["b = s", "s = s + g", "theta = theta - b"],
    ],
    [
      "keeps locals as the author wrote them",
      "m = beta * m + g; m_hat = m / 2; theta = theta - m_hat",
      { eps: 0 },
      ["m = beta * m + g", "m_hat = m / 2", "theta = theta - m_hat"],
    ],
    [
      "leaves untouched parts as they were typed",
      "theta = theta * 1 - 2 * 3 * g + lr * 0",
      { lr: 0.5 },
      ["theta = theta * 1 - 2 * 3 * g"],
    ],
    [
      "computes what no longer varies",
      "theta = g * cos(angle * pi / 180)",
      { angle: 60 },
      ["theta = 0.5000000000000001 * g"],
    ],
    ["carries a negative value's sign", "theta = theta + lr * g", { lr: -2 }, ["theta = theta - 2 * g"]],
  ];
  test.each(cases)("%s", (_, source, values, lines) => {
    const program = specialise(parseProgram(source), values);
    expect(program.map(({ target, value }) => `${target} = ${toJs(value)}`)).toEqual(lines);
  });
});

test("a specialised expression keeps its value", () => {
  const sources = [
    "x^k + k * y / (x - k)",
    "-(k - x) * (y * k) / k",
    "max(k, x) - k * -y",
    "x / (k / y) + k^2 * x - k",
  ];
  for (const source of sources) {
    const value = parseExpression(source);
    for (const k of [-2, -1, 0.5, 1, 2, 3]) {
      const [line] = specialise([{ target: "f", value }], { k });
      const expected = toClosure(value, ["x", "y", "k"])([1.7, -0.4, k]);
      expect(toClosure(line!.value, ["x", "y"])([1.7, -0.4]), `${source} at ${k}`).toBeCloseTo(expected, 12);
    }
  }
});
