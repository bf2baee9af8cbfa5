import { expect, test } from "vitest";
import { toJs } from "../../formula/emit/js";
import type { Expression } from "../../formula/ast";
import { partFormulasOf } from "./part-formulas";
import { printedProgramOf } from "./printed-program";
import { workedRuleOf } from "./worked-rule";

test("what momentum and its kin see and remember is written out", () => {
  expect(partsOf("momentum")).toEqual({ seen: "-(lr * g#0)", remembered: "-(lr * momentum * b#0)" });
  expect(partsOf("momentum", "keras")).toEqual({ seen: "-(lr * g#0)", remembered: "momentum * v#0" });
  expect(partsOf("nesterov").remembered).toBe("-(lr * _power2(momentum) * b#0)");
  expect(partsOf("sgd", "pytorch", { l2: 0.1 })).toEqual({
    seen: "-(lr * g#0)",
    pull: "-(lr * l2 * theta#0)",
  });
});

test("a formula too long for its arrow is left out, and so is one that does not add up", () => {
  expect(partsOf("adam")).toEqual({});
  expect(partsOf("lion")).toEqual({});
  expect(partsOf("momentum", "pytorch", { clip: 1 })).toEqual({});
});

test("lines that read the one before twice and again do not grow without end", () => {
  const lines = Array.from({ length: 60 }, (_, i) => `a${i + 1} = lr * a${i} + c * a${i}`);
  const update = ["a0 = g", ...lines, "theta = theta - a60"].join("; ");
  const program = printedProgramOf({ rules: [{ name: "long", update }] }, run("long"));
  expect(partFormulasOf(program.lines.at(-1)!.value, program)).toEqual({});
});

const run = (optimizer: string) => ({
  optimizer,
  convention: "pytorch" as const,
  hyperparameters: {},
  number: 1,
});

function partsOf(
  optimizer: string,
  convention: "pytorch" | "keras" = "pytorch",
  hyperparameters: Record<string, number> = {},
) {
  const program = printedProgramOf({ rules: [] }, { ...run(optimizer), convention, hyperparameters });
  const step = workedRuleOf(program, {}).lines.find(({ target }) => target === "#step")!;
  const told = Object.entries(partFormulasOf(step.value, program)) as [string, Expression | undefined][];
  return Object.fromEntries(told.flatMap(([name, formula]) => (formula ? [[name, toJs(formula)]] : [])));
}
