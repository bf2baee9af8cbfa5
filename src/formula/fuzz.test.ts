import { afterAll, describe, expect, test } from "vitest";
import type { Assignment, Expression } from "./ast";
import { derive } from "./derive";
import { toClosure } from "./emit/evaluate";
import { jsPreamble, toJs } from "./emit/js";
import { programToMathml, toMathml } from "./emit/mathml";
import { pythonHelpers, toPython } from "./emit/python";
import { toTex } from "./emit/tex";
import { toWgsl } from "./emit/wgsl";
import { hoist } from "./hoist";
import { FormulaError, parseExpression, parseProgram } from "./parse";
import { chanceOf, pick, randomPrograms, sourceOf, type Chance } from "./random-formulas";
import { given, namesIn, scopeOf } from "./scope";
import { specialise } from "./simplify";
import { functionNames } from "./vocabulary";

describe("20,000 texts that nobody meant as formulas", () => {
  const kinds: [kind: string, count: number, textOf: (chance: Chance) => string][] = [
    ["of random characters", 5000, (chance) => manyOf(characters, chance, 40)],
    ["of random words", 5000, (chance) => manyOf(words, chance, 30, pick(["", " "], chance))],
    ["of so few words that many are formulas", 4500, (chance) => manyOf([..."xy2+-*/()^"], chance, 12)],
    ["that were formulas before they were hurt", 5000, (chance) => hurt(pick(programs, chance), chance)],
    ["that are deep or long", 500, flood],
  ];

  const total = { texts: 0, refused: 0, accepted: 0, milliseconds: 0 };
  afterAll(() => {
    const { texts, refused, accepted, milliseconds } = total;
    console.log(
      `${texts} random texts, each as expression and as program: ${refused} refused in their place, ` +
        `${accepted} accepted and emitted everywhere, in ${(milliseconds / 1000).toFixed(1)} s`,
    );
  });

  test.each(kinds)("%s are refused in their place or work to the end", (kind, count, textOf) => {
    const chance = chanceOf(kind.length);
    const ends = { refused: 0, accepted: 0, empty: 0 };
    const begun = performance.now();
    for (let i = 0; i < count; i++) {
      const text = textOf(chance);
      for (const walk of [walkExpression, walkProgram]) ends[walk(text)]++;
    }
    total.texts += count;
    total.refused += ends.refused;
    total.accepted += ends.accepted;
    total.milliseconds += performance.now() - begun;
    expect(Math.min(ends.refused, ends.accepted)).toBeGreaterThan(50);
  });

  const programs = randomPrograms(300, 5).map(sourceOfProgram);
});

/** Parses a text and sends it through everything that takes a tree; any error but one with a place fails the test. */
function walkExpression(text: string): "refused" | "accepted" {
  const expression = acceptedBy(() => parseExpression(text), text);
  if (!expression) return "refused";
  const names = [...namesIn(expression)];
  emit(expression, names);
  for (const name of names.slice(0, 2)) {
    const slope = acceptedBy(() => derive(expression, name), "");
    if (slope) emit(slope, names);
  }
  return "accepted";
}

function walkProgram(text: string): "refused" | "accepted" | "empty" {
  const program = acceptedBy(() => parseProgram(text), text);
  if (!program) return "refused";
  if (program.length === 0) return "empty";
  const { state, hyperparameters } = scopeOf(program);
  const { hoisted, program: rest } = hoist(program, new Set(["theta", "g", ...state]));
  const names = [
    ...given,
    ...state,
    ...hyperparameters,
    ...[...hoisted, ...program].map(({ target }) => target),
  ];
  for (const { value } of [...hoisted, ...rest]) emit(value, names);
  for (const value of [0, 1, -2])
    toTex(
      programToMathml(specialise(program, Object.fromEntries(hyperparameters.map((name) => [name, value])))),
    );
  return "accepted";
}

function emit(expression: Expression, names: readonly string[]) {
  // A syntax error in what was generated would be thrown here.
  new Function(...names, `${jsPreamble}\nreturn ${toJs(expression)};`);
  toClosure(expression, names)(names.map(() => 0.5));
  expect(toWgsl(expression)).toMatch(/^[\w\s.,+\-*/()]+$/);
  for (const how of ["inline", "stacked"] as const)
    expect(toTex(toMathml(expression, how))).toMatch(/^[ -~]+$/);
  for (const target of ["torch", "keras", "math"] as const) {
    expect(toPython(expression, target)).toMatch(/^[\w\s.,+\-*/()]+$/);
    pythonHelpers(target, [expression]);
  }
  specialise([{ target: "f", value: expression }], Object.fromEntries(names.map((name) => [name, 0])));
}

/** The result, or nothing if it was refused as a formula must be: in words, at a place within the text. */
function acceptedBy<T>(parse: () => T, text: string): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw new Error(`on ${JSON.stringify(text)}`, { cause: error });
    const { message, position, length } = error;
    const before = text.slice(0, position.offset);
    const isInside = position.offset + length <= text.length && position.offset <= text.length && length >= 0;
    const isLine = position.line === before.split("\n").length;
    if (
      message === "" ||
      !isInside ||
      !isLine ||
      position.column !== before.length - before.lastIndexOf("\n")
    )
      throw new Error(`misplaced on ${JSON.stringify(text)}`, { cause: error });
    return undefined;
  }
}

const manyOf = (from: readonly string[], chance: Chance, most: number, between = "") =>
  Array.from({ length: chance(most) }, () => pick(from, chance)).join(between);

const characters = [
  ..."abxyzgt_ABZ0123456789.eE+-*/^=(),;# \n\t\r",
  ..."!\"$%&'<>?@[]\\{}|~`:\0\u00a0×−²πθ½é\u0301中٣\u200b\u2028\ufeff😀\ud83d\ude00",
];

const words = [
  ..."x y theta g t lr beta m_hat a_b_c pi e 0 1 2 .5 1. 1e-8 1e999 3e400 1..2 + - * / ^ ** ( ) , = == ; # _x".split(
    " ",
  ),
  ...["+", "-", "*", "/", "^", "(", ")", "x", "y", "2", "theta", "=", "\n"],
  ...functionNames,
  ...functionNames.map((name) => `${name}(`),
  ..."constructor __proto__ toString valueOf hasOwnProperty prototype window eval Function".split(" "),
  ..."let const new return yield await import this arguments fn var struct f32 vec2f array loop discard".split(
    " ",
  ),
  ..."lambda in is not and def None self hoisted_0 run loss table × 😀".split(" "),
];

/** A formula with some characters or stretches lost, doubled, swapped or replaced. */
function hurt(text: string, chance: Chance): string {
  let hurtText = text;
  for (let times = chance(4); times >= 0; times--) {
    const at = chance(hurtText.length + 1);
    const length = chance(chance(4) === 0 ? 20 : 2) + 1;
    const [before, piece, after] = [
      hurtText.slice(0, at),
      hurtText.slice(at, at + length),
      hurtText.slice(at + length),
    ];
    hurtText = pick(
      [
        before + after,
        before + piece + piece + after,
        before + pick(words, chance) + piece + after,
        before + pick(characters, chance) + after,
        before + after.slice(0, length) + piece + after.slice(length),
      ],
      chance,
    );
  }
  return hurtText;
}

/** A text around the bounds of depth and length, or far beyond them. */
function flood(chance: Chance): string {
  const [open, inner, close] = pick(
    [
      ["(", "x", ")"],
      ["-", "x", ""],
      ["2^", "x", ""],
      ["x^-", "2", ""],
      ["sqrt(", "x", ")"],
      ["max(1, ", "x", ")"],
      ["(1 + x * ", "x", ")^3"],
      ["tanh(x*", "x", ")"],
      ["x+", "x", ""],
      ["x*", "x", ""],
      ["x/", "x", ""],
      ["b = b + ", "b", "\n"],
    ],
    chance,
  ) as [string, string, string];
  const times = pick([3, 20, 63, 64, 65, 200, 700, 10_000], chance);
  const closed = chance(5) === 0 ? chance(times) : times;
  return open.repeat(times) + inner + close.repeat(closed);
}

const sourceOfProgram = (program: readonly Assignment[]) =>
  program.map(({ target, value }) => `${target} = ${sourceOf(value)}`).join("\n");
