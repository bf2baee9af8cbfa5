import { expect, test } from "vitest";
import { childrenOf, fold, withChildren, type Expression } from "./ast";
import { toClosure } from "./emit/evaluate";
import { float32Range, type Range } from "./float32-range";
import { wholeExponentOf, wholePower } from "./powers";
import { chanceOf, randomTree, sourceOf } from "./random-formulas";
import { constantOf, functionNames, vocableOf } from "./vocabulary";

const names = ["x", "y"];

test("the exact value and one rounded to float32 at every node lie within; most ranges are narrow", () => {
  const chance = chanceOf(3);
  const counts = { known: 0, narrow: 0 };
  for (let i = 0; i < 20_000; i++) {
    const tree = randomTree([...names, "pi"], [0, 1, 2, 3, 0.1, 1e-8, 12], chance, 4);
    const values = names.map(() => Math.fround((chance(8001) - 4000) / 1000));
    const range = float32Range(tree, Object.fromEntries(names.map((name, j) => [name, exactly(values[j]!)])));
    if (!range) continue;
    for (const value of [toClosure(tree, names)(values), rounded(tree, values)]) {
      const text = `${sourceOf(tree)} at ${values}: ${value} in ${range.low}, ${range.high}`;
      expect(value >= range.low && value <= range.high, text).toBe(true);
    }
    counts.known++;
    if (range.high - range.low <= 1e-5 * Math.abs(range.low + range.high)) counts.narrow++;
  }
  expect(counts.known).toBeGreaterThan(10_000);
  expect(counts.narrow / counts.known).toBeGreaterThan(0.8);
});

test("every function has its accuracy", () => {
  for (const fn of functionNames) {
    const args = Array<Expression>(vocableOf(fn)!.arity).fill({ kind: "name", name: "x" });
    expect(float32Range({ kind: "call", fn, args }, { x: exactly(0.5) }), fn).toBeDefined();
  }
});

const exactly = (value: number): Range => ({ low: value, high: value });

/** A float32 machine that rounds every result to the nearest. */
const rounded = (expression: Expression, values: readonly number[]): number =>
  fold<number>(expression, (node, [a, b]) => {
    if (node.kind === "name" && constantOf(node.name) === undefined) return values[names.indexOf(node.name)]!;
    const n = node.kind === "binary" && node.op === "^" ? wholeExponentOf(node.right) : undefined;
    if (n !== undefined) {
      const power = wholePower(a!, Math.abs(n), (c, d) => Math.fround(c * d));
      return n > 0 ? power : Math.fround(1 / power);
    }
    const operands = ["a", "b"].slice(0, childrenOf(node).length);
    const ofNames = withChildren(
      node,
      operands.map((name) => ({ kind: "name", name })),
    );
    return Math.fround(toClosure(ofNames, operands)([a!, b!]));
  });
