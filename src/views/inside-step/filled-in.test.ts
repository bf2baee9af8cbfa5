import { expect, test } from "vitest";
import type { Expression } from "../../formula/ast";
import { toClosure } from "../../formula/emit/evaluate";
import { toJs } from "../../formula/emit/js";
import { parseExpression } from "../../formula/parse";
import { namesIn } from "../../formula/scope";
import { optimizers } from "../../optimizers/index";
import { conventionsOf } from "../../optimizers/optimizer";
import { filledIn } from "./filled-in";
import { printedProgramOf } from "./printed-program";

test("a product is one number and its columns, and a short bracket keeps its terms", () => {
  const filled = (text: string) => {
    const { tree, leaves } = filledFrom(parseExpression(text), (name) => /^[a-e]$/.test(name));
    return toJs(tree).replace(/L(\d+)/g, (_, i: string) => `{${toJs(leaves[Number(i)]!)}}`);
  };
  expect(filled("mu * b + (1 - mu) * a^2")).toBe("{mu} * {b} + {1 - mu} * {_power2(a)}");
  expect(filled("-lr * (a + mu * b)")).toBe("-({lr} * ({a} + {mu} * {b}))");
  expect(filled("lr * p * a / (sqrt(b) + eps) / (1 - q)")).toBe(
    "{lr * p} * {a} / ({1 - q} * {Math.sqrt(b) + eps})",
  );
  expect(filled("max(-c, min(c, 2 * a))")).toBe("Math.max(-{c}, Math.min({c}, {2} * {a}))");
  expect(filled("lr / sqrt(t)")).toBe("{lr} / Math.sqrt({t})");
});

test("with its numbers in their places, every line of every rule comes to what it came to", () => {
  let seed = 1;
  const random = () => 0.1 + ((seed = (seed * 16807) % 2147483647) / 2147483647) * 0.8;
  for (const [optimizer, definition] of Object.entries(optimizers))
    for (const convention of conventionsOf(definition)) {
      const run = { optimizer, convention, hyperparameters: {}, number: 1 };
      const { lines, isVector } = printedProgramOf({ rules: [] }, run);
      for (const { target, value } of lines) {
        const names = [...namesIn(value)];
        const values = names.map(random);
        const { tree, leaves } = filledFrom(value, isVector);
        const leafValues = leaves.map((leaf) => toClosure(leaf, names)(values));
        const filled = toClosure(
          tree,
          leaves.map((_, i) => `L${i}`),
        )(leafValues);
        expect(filled / toClosure(value, names)(values), `${optimizer}@${convention} ${target}`).toBeCloseTo(
          1,
          12,
        );
      }
    }
});

function filledFrom(expression: Expression, isVector: (name: string) => boolean) {
  const leaves: Expression[] = [];
  const tree = filledIn(expression, isVector, (leaf) => ({
    kind: "name",
    name: `L${leaves.push(leaf) - 1}`,
  }));
  return { tree, leaves };
}
