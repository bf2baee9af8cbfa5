import type { Assignment, BinaryOperator, Expression } from "./ast";
import { toText } from "./emit/text";
import { FormulaError } from "./formula-error";
import { parseProgram } from "./parse";
import { functionNames, vocableOf } from "./vocabulary";

// For tests only: formulas by chance, the same for the same seed.

/** Whole numbers from 0 below a bound. */
export type Chance = (below: number) => number;

/** Seeded chance; formulas import nothing, not even the experiments' generator. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One of these. */
export const pick = <T>(from: readonly T[], chance: Chance): T => from[chance(from.length)]!;

const operators: readonly BinaryOperator[] = ["+", "-", "*", "/", "^"];

/** A tree over these names and numbers, of all operators and functions. */
export function randomTree(
  names: readonly string[],
  numbers: readonly number[],
  chance: Chance,
  depth: number,
): Expression {
  const below = () => randomTree(names, numbers, chance, depth - 1);
  const kind = depth === 0 ? chance(2) : chance(9);
  if (kind === 0) return { kind: "number", value: pick(numbers, chance) };
  if (kind <= 2) return { kind: "name", name: pick(names, chance) };
  if (kind === 3) return { kind: "unary", op: "-", arg: below() };
  if (kind === 4) {
    const fn = pick(functionNames, chance);
    return { kind: "call", fn, args: Array.from({ length: vocableOf(fn)!.arity }, below) };
  }
  return { kind: "binary", op: pick(operators, chance), left: below(), right: below() };
}

/** What a program of randomPrograms may assign, and what it may read beside that. */
export const assigned: readonly string[] = ["theta", "m", "v", "b", "u", "w"];
export const readOnly: readonly string[] = ["g", "t", "lr", "beta", "k"];

/** Update rules of some lines: state, locals, hyperparameters and names that are assigned more than once. */
export function randomPrograms(count: number, seed: number): Assignment[][] {
  const chance = chanceOf(seed);
  const names = [...assigned, ...readOnly, ...readOnly, "pi"];
  const numbers = [0, 1, 1, 2, 2, 3, 4, 0.5, 0.9, 1e-3, 12];
  const line = (target: string) => {
    const tree = sourceOf(randomTree(names, numbers, chance, 1 + chance(3)));
    return `${target} = ${pick([tree, `${target} - (${tree})`, `beta * ${target} + ${tree}`], chance)}`;
  };
  const programs: Assignment[][] = [];
  while (programs.length < count) {
    const targets = Array.from({ length: 1 + chance(5) }, () => pick(assigned, chance));
    try {
      programs.push(parseProgram([...targets, "theta"].map(line).join("\n")));
    } catch (error) {
      // A constant part without a value, such as 1 / 0.
      if (!(error instanceof FormulaError)) throw error;
    }
  }
  return programs;
}

/** A tree as a visitor would type it. */
export const sourceOf = (expression: Expression): string =>
  toText(expression, {
    number: String,
    name: (name) => name,
    call: ({ fn }, args) => `${fn}(${args.join(", ")})`,
    power: "^",
  });
