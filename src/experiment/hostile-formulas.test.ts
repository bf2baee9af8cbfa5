import { describe, expect, test } from "vitest";
import type { FormulaError } from "../formula/formula-error";
import { parseExpression } from "../formula/parse";
import { derive } from "../formula/derive";
import {
  chanceOf,
  pick,
  randomPrograms,
  randomTree,
  sourceOf,
  type Chance,
} from "../formula/random-formulas";
import { namesIn } from "../formula/scope";
import { functionNames } from "../formula/vocabulary";
import { modifiers } from "../modifiers/index";
import { composed } from "./composed-rule";
import { differentiableOf } from "./differentiable";
import { formulaErrorOf } from "./formula-error-of";
import { searchBudget } from "./metered";
import { ownOptimizer } from "./own-optimizer";
import { ownSurface, usualDomain } from "./own-surface";
import { compileRule } from "./rule";
import { stationaryPointsOf } from "./stationary-points";

/** What means something to JavaScript, or would if a name became a property or a piece of a program. */
const hostileNames = [
  ..."Float64Array Math Object hasOwnProperty __proto__ constructor toString valueOf prototype".split(" "),
  ..."Function eval globalThis window arguments undefined NaN Infinity length name Array Symbol".split(" "),
  ..."shared_0 hoisted_0 result_0 gradient_x values slots steps lr_t schedule_x g_norm loss_t".split(" "),
];
const usualNames = ["x", "y", "x", "y", "a", "theta", "g", "t", "lr", "m"];
const numbers = [0, 1, 2, 3, 0.5, 1e-3, 1e50, 12];

const kinds: [kind: string, count: number, textOf: (chance: Chance) => string][] = [
  ["of random pieces", 1200, (chance) => manyOf(pieces, chance, 30)],
  ["that are trees over hostile names", 600, (chance) => tree([...usualNames, ...hostileNames], chance)],
  ["that are trees over a few names", 400, (chance) => tree(["x", "y", "x", "y", "a", "b"], chance)],
  ["that are long, deep or wide", 120, flood],
];

describe.each(kinds)("texts %s", (_, count, textOf) => {
  const texts = Array.from({ length: count }, (_, seed) => textOf(chanceOf(seed + count)));

  test("are a surface, or refused as a formula is", () => {
    const ends = texts.map((text) => surfaceErrorOf(text));
    expectBoth(ends);
  });

  test("are a rule that can be compiled, or refused as a formula is", () => {
    const rules = [...texts.map((text) => `theta = theta - lr * (${text})`), ...texts];
    expectBoth(rules.map(ruleErrorOf));
  });

  test("are searched within the budget", () => {
    let searches = 0;
    for (const text of texts) {
      if (surfaceErrorOf(text)) continue;
      const nodes = nodesOfSearch(text);
      if (nodes > searchBudget) expect.fail(`${nodes} nodes on ${text}`);
      if (++searches >= 100) break;
    }
    expect(searches).toBeGreaterThan(5);
  });
});

test("programs by chance are rules that can be compiled, or refused as a formula is", () => {
  expectBoth(
    randomPrograms(400, 3).map((program) =>
      ruleErrorOf(program.map(({ target, value }) => `${target} = ${sourceOf(value)}`).join("\n")),
    ),
    0,
  );
});

test.each(hostileNames)("%s is a parameter like any other, or refused", (name) => {
  const text = `x^2 + ${name} * y^2`;
  if (!surfaceErrorOf(text)) {
    const given = Object.fromEntries([[name, 3]]);
    const surface = ownSurface(text, usualDomain, given);
    expect(Object.keys(surface.parameters!)).toEqual([name]);
    expect(surface.minima).toHaveLength(1);
    // A name that has no value of its own takes the usual one, not what every object inherits.
    expect(ownSurface(text).minima).toHaveLength(1);
  }
  ruleErrorOf(`theta = theta - ${name} * g`);
  ruleErrorOf(`${name} = 0.9 * ${name} + g; theta = theta - lr * ${name}`);
});

/** Why a surface is refused, if it is; any other error is thrown, with the text. */
function surfaceErrorOf(text: string): FormulaError | undefined {
  try {
    return formulaErrorOf(() => ownSurface(text));
  } catch (error) {
    throw new Error(`on ${JSON.stringify(text)}`, { cause: error });
  }
}

/** Why a rule is refused, if it is; any other error is thrown. */
function ruleErrorOf(update: string): FormulaError | undefined {
  return formulaErrorOf(() => {
    ownOptimizer({ name: "mine", update });
    compileRule(composed({ update }));
    compileRule(composed({ update }, "cosine", Object.keys(modifiers)));
  });
}

/** How many nodes a search evaluates, counted from outside. */
function nodesOfSearch(text: string): number {
  const value = parseExpression(text);
  const parameters = Object.fromEntries([...namesIn(value)].map((name) => [name, 1]));
  delete parameters.x;
  delete parameters.y;
  const f = differentiableOf({ value, gradient: [derive(value, "x"), derive(value, "y")] }, parameters);
  let nodes = 0;
  const counted = {
    ...f,
    value: (x: number, y: number) => ((nodes += f.nodes.value), f.value(x, y)),
    gradient: (x: number, y: number) => ((nodes += f.nodes.gradient), f.gradient(x, y)),
  };
  stationaryPointsOf(counted, usualDomain);
  return nodes;
}

/** Neither all refused nor all accepted. */
function expectBoth(errors: readonly (FormulaError | undefined)[], leastRefused = 3) {
  const refused = errors.filter((error) => error !== undefined).length;
  expect(refused).toBeGreaterThanOrEqual(leastRefused);
  expect(errors.length - refused).toBeGreaterThan(3);
}

const manyOf = (from: readonly string[], chance: Chance, most: number) =>
  Array.from({ length: 1 + chance(most) }, () => pick(from, chance)).join(pick(["", " "], chance));

const pieces = [
  ..."x y x y a 0 1 2 1e-8 1e999 + - * / ^ + - * / ^ ** ( ) ( ) , = ; # \n 😀 ' \" ` $ { } [ ] \\".split(" "),
  ...["\n", "\u2028", "\0", "/*", "*/", "//", "=>", "${x}", "theta ="],
  ...functionNames.map((name) => `${name}(`),
  ...hostileNames,
];

const tree = (names: readonly string[], chance: Chance) =>
  sourceOf(randomTree(names, numbers, chance, 1 + chance(5)));

/** A text about the bounds of length, depth and number of factors, or far beyond them. */
function flood(chance: Chance): string {
  const times = pick([3, 12, 20, 40, 60, 64, 65, 200, 5000], chance);
  const [open, inner, close] = pick(
    [
      ["sin(", "x * y", ")"],
      ["sin(x) * ", "y", ""],
      ["sin(3 * x + y) * ", "cos(y)", ""],
      ["sin(x * y) + ", "y^2", ""],
      ["(", "x", ")^1.5"],
      ["x^", "y", ""],
      ["max(y, ", "x", ")"],
      ["(a + x * ", "y", ")^2"],
      ["tanh(b * x / ", "y", ")"],
      ["floor(x * 9) + ", "y", ""],
      ["(", "x", ""],
      ["-", "x", ""],
    ],
    chance,
  ) as [string, string, string];
  return open.repeat(times) + inner + close.repeat(times);
}
