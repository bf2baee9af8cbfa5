import { describe, expect, test } from "vitest";
import { FormulaError } from "../formula-error";
import { parseExpression } from "../parse";
import { chanceOf, randomTree } from "../random-formulas";
import { functionNames, vocableOf } from "../vocabulary";
import { pythonHelpers, toPython } from "./python";

describe("arithmetic is the same in every Python", () => {
  const cases: [source: string, python: string][] = [
    ["theta - lr * g / (x + 1)", "theta - lr * g / (x + 1)"],
    ["-x^2 + (-x)^2", "-x**2 + (-x)**2"],
    ["a^-b * c", "a**-b * c"],
    ["a^b^c - (a^b)^c", "a**b**c - (a**b)**c"],
    ["2^(x + 1)", "2**(x + 1)"],
    ["a - (b - -c)", "a - (b - -c)"],
    ["1e-8 + 1e21 + 5e19 * .1", "1e-8 + 1e+21 + 50000000000000000000.0 * 0.1"],
    ["lambda * not - lambda_ * is_it", "lambda_ * not_ - lambda__ * is_it"],
    ["torch + math * ops", "torch_ + math_ * ops_"],
    ["sqrt(2) * x", "math.sqrt(2) * x"],
  ];
  test.each(cases)("%s", (source, python) => {
    for (const target of targets) expect(toPython(parseExpression(source), target)).toBe(python);
  });
});

describe("functions are those of the target", () => {
  const cases: [source: string, math: string, torch: string, keras: string][] = [
    ["sqrt(x) + pi", "math.sqrt(x) + math.pi", "torch.sqrt(x) + math.pi", "ops.sqrt(x) + math.pi"],
    ["abs(sign(x))", "abs(sign(x))", "torch.abs(torch.sign(x))", "ops.abs(ops.sign(x))"],
    ["max(x, 0)", "max(x, 0)", "maximum(x, 0)", "ops.maximum(x, 0)"],
    ["step(floor(x))", "step(math.floor(x))", "step(torch.floor(x))", "step(ops.floor(x))"],
  ];
  test.each(cases)("%s", (source, math, torch, keras) => {
    const expression = parseExpression(source);
    expect(targets.map((target) => toPython(expression, target))).toEqual([math, torch, keras]);
  });

  test("but of plain numbers where nothing else is read", () => {
    const expression = parseExpression("lr * sqrt(1 - beta2^t) * sqrt(v) * max(lr, 1)");
    expect(toPython(expression, "torch", new Set(["lr", "beta2", "t"]))).toBe(
      "lr * math.sqrt(1 - beta2**t) * torch.sqrt(v) * max(lr, 1)",
    );
  });
});

test("the text reads back as the very tree it was made from: Python groups powers and signs as formulas do", () => {
  const chance = chanceOf(7);
  let read = 0;
  for (let i = 0; i < 2000; i++) {
    const tree = randomTree(["x", "y", "pi"], [0, 1, 2, 0.5, 1e-8, 1e21, 5e19], chance, 5);
    const source = toPython(tree, "math").replaceAll("**", "^").replaceAll("math.", "");
    try {
      expect(parseExpression(source), source).toEqual(tree);
      read++;
    } catch (error) {
      // A constant part without a value, such as 1 / 0.
      if (!(error instanceof FormulaError)) throw error;
    }
  }
  expect(read).toBeGreaterThan(1000);
});

describe("helpers", () => {
  test("are defined where a call needs them, and only those", () => {
    const of = (source: string) => [parseExpression(source), parseExpression("x + 1")];
    for (const target of targets) expect(pythonHelpers(target, of("sqrt(x)"))).toBe("");
    expect(pythonHelpers("math", of("max(x, sign(y))"))).toBe(
      "def sign(a):\n    return float((a > 0) - (a < 0))",
    );
    expect(definedIn(pythonHelpers("torch", of("max(x, sign(y)) * step(x)")))).toEqual(["step", "maximum"]);
    expect(definedIn(pythonHelpers("torch", of("sign(t) + sign(x)"), new Set(["t"])))).toEqual(["sign"]);
    expect(definedIn(pythonHelpers("keras", of("max(x, sign(y)) * step(x)")))).toEqual(["step"]);
  });

  test("exist for every function that no module has", () => {
    const builtIn = ["abs", "min", "max"];
    for (const fn of functionNames)
      for (const target of targets)
        for (const scalars of [new Set<string>(), new Set(["a", "b"])]) {
          const call = parseExpression(vocableOf(fn)!.arity === 1 ? `${fn}(a)` : `${fn}(a, b)`);
          const [name = ""] = /^[\w.]+/.exec(toPython(call, target, scalars)) ?? [];
          if (name.includes(".") || builtIn.includes(name)) continue;
          expect(definedIn(pythonHelpers(target, [call], scalars))).toEqual([name]);
        }
  });
});

const targets = ["math", "torch", "keras"] as const;

const definedIn = (helpers: string) => [...helpers.matchAll(/^def (\w+)/gm)].map(([, name]) => name);
