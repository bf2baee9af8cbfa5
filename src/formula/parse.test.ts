import { describe, expect, test } from "vitest";
import { toClosure } from "./emit/evaluate";
import { FormulaError, parseExpression, parseProgram } from "./parse";
import { functionNames } from "./vocabulary";

describe("precedence", () => {
  const cases: [source: string, value: number][] = [
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["7 - 2 - 1", 4],
    ["8 / 4 / 2", 1],
    ["8 / 4 * 2", 4],
    ["2 ^ 3 ^ 2", 512],
    ["-3 ^ 2", -9],
    ["(-3) ^ 2", 9],
    ["2 ^ -3", 0.125],
    ["2 ^ -1 ^ 2", 0.5],
    ["2 ^ -3 * 8", 1],
    ["2 * -3 + 1", -5],
    ["4 - -3", 7],
    ["--3", 3],
    ["-2 * 3", -6],
    ["max(1, 2) ^ 2", 4],
    ["1.5e1 + .5 + 2.", 17.5],
    ["cos(2 * pi)", 1],
    ["1 + # one\n 2", 3],
  ];
  test.each(cases)("%s is %d", (source, value) => {
    expect(toClosure(parseExpression(source), [])([])).toBe(value);
  });
});

describe("a program", () => {
  test("parts its lines by line ends or semicolons, and skips blanks and comments", () => {
    const lines = parseProgram("\n# heavy ball\n b = mu * b + g ;; theta = theta - b # the step\n\n");
    expect(lines.map(({ target }) => target)).toEqual(["b", "theta"]);
  });

  test("that is empty has no lines", () => {
    expect(parseProgram(" \n # nothing \n ;")).toEqual([]);
  });
});

describe("an error stands where the mistake is", () => {
  const cases: [source: string, line: number, column: number, message: string][] = [
    ["theta = theta - lr *", 1, 21, "expected a number, a name or ("],
    ["m = 2 * g\ntheta = theta - sqr(m)", 2, 17, 'unknown function "sqr"; did you mean sqrt?'],
    ["m = 2 g", 1, 7, 'expected an operator before "g", such as *'],
    ["m = (g + 1", 1, 11, 'expected ")"'],
    ["m = (g + 1\n", 1, 11, 'expected ")"'],
    ["m = g)", 1, 6, 'unexpected ")"'],
    ["m = g ** 2", 1, 7, "write ^ for a power"],
    ["m = sqrt + 1", 1, 5, '"sqrt" is a function: write sqrt(...)'],
    ["m = max(g)", 1, 5, "max takes 2 arguments, not 1"],
    ["m = sqrt(g, 2)", 1, 5, "sqrt takes 1 argument, not 2"],
    ["m = sqrt()", 1, 10, 'unexpected ")"'],
    ["m = 1e999", 1, 5, "the number 1e999 is too large"],
    ["m = g × 2", 1, 7, '"×" is not part of a formula; it has numbers, names, + - * / ^ ( ) and commas'],
    ["m = 😀", 1, 5, '"😀" is not part of a formula; it has numbers, names, + - * / ^ ( ) and commas'],
    ["m = _x", 1, 5, "a name begins with a letter"],
    ["# fine\n\n  sqrt(g)", 3, 3, 'expected an assignment such as "theta = theta - lr * g"'],
    ["theta == 2", 1, 8, 'unexpected "="'],
    ["g = 2", 1, 1, '"g" is given; a rule may assign theta and names of its own'],
    ["t = 2", 1, 1, '"t" is given; a rule may assign theta and names of its own'],
    ["pi = 3", 1, 1, '"pi" is a constant and cannot be assigned'],
    ["max = 3", 1, 1, '"max" is a function and cannot be assigned'],
  ];
  test.each(cases)("%j", (source, line, column, message) => {
    const error = errorOf(() => parseProgram(source));
    expect(error.message).toBe(message);
    expect(error.position).toMatchObject({ line, column });
    const before = source
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length;
    expect(error.position.offset).toBe(before + (line > 1 ? 1 : 0) + column - 1);
  });

  test("with the text to put in its place where there is one guess", () => {
    const error = errorOf(() => parseExpression("sqr(x)"));
    expect([error.suggestion, error.length]).toEqual(["sqrt", 3]);
  });
});

describe("what a visitor may type by accident or malice has a message where it stands", () => {
  const cases: [source: string, offset: number, length: number, message: string][] = [
    ["theta = theta - lr * g * constructor", 25, 11, '"constructor" is a reserved name; choose another'],
    ["theta = window", 8, 6, '"window" is a reserved name; choose another'],
    ["window = 2", 0, 6, '"window" is a reserved name; choose another'],
    ["theta = g * f32", 12, 3, '"f32" is a reserved name; choose another'],
    ["theta = g * new", 12, 3, '"new" is a reserved name; choose another'],
    ["theta = theta - 1/0", 17, 1, "1 / 0 has no value"],
    [
      `theta = ${"(".repeat(10_000)}g${")".repeat(10_000)}`,
      2000,
      0,
      "a formula has at most 2,000 characters; this one has 20,009",
    ],
    [`theta = ${"(".repeat(900)}g${")".repeat(900)}`, 73, 1, "nested more than 64 levels deep"],
  ];
  test.each(cases)("%#: %s", (source, offset, length, message) => {
    const error = errorOf(() => parseProgram(source));
    expect(error.message).toBe(message);
    expect(placeOf(error)).toEqual([offset, length]);
  });
});

describe("names a caller has other use for", () => {
  const taken = (name: string) =>
    name.startsWith("clip") ? { sentence: '"{0}" is a modifier\'s', values: [name] } : undefined;

  test("are refused where they stand, read or assigned, with the caller's reason", () => {
    const cases: [source: string, offset: number, length: number][] = [
      ["theta = theta - clip * g", 16, 4],
      ["b = g\n clipNorm = 2", 7, 8],
    ];
    for (const [source, offset, length] of cases) {
      const error = errorOf(() => parseProgram(source, { taken }));
      expect(error.message).toMatch(/^"clip(Norm)?" is a modifier's$/);
      expect(placeOf(error)).toEqual([offset, length]);
      expect(parseProgram(source)).not.toEqual([]);
    }
    const error = errorOf(() => parseExpression("x + clip", undefined, { taken }));
    expect([error.message, ...placeOf(error)]).toEqual(['"clip" is a modifier\'s', 4, 4]);
    expect(errorOf(() => parseExpression("x + clip", ["x"], { taken })).message).toBe(error.message);
  });

  test("are not asked for where a name is refused or a constant anyway", () => {
    const never = { taken: (name: string) => expect.fail(name) };
    expect(errorOf(() => parseExpression("window", undefined, never)).message).toMatch(/reserved/);
    parseExpression("sqrt(pi)", undefined, never);
  });
});

test("a trusted definition may assign the given names it says, and no others", () => {
  const assignable = ["g"];
  expect(parseProgram("g = max(-clip, min(clip, g)); theta = g", { assignable })).toHaveLength(2);
  expect(errorOf(() => parseProgram("t = 2", { assignable })).message).toBe(
    '"t" is given; a rule may assign theta, g and names of its own',
  );
  expect(errorOf(() => parseProgram("max = 2", { assignable: ["max"] })).message).toMatch(/is a function/);
});

describe("an expression of given names", () => {
  test("refuses any other, and suggests the nearest", () => {
    expect(parseExpression("x + kappa * y * pi", ["x", "y", "kappa"]).kind).toBe("binary");
    const misspelt = errorOf(() => parseExpression("x + kapa", ["x", "y", "kappa"]));
    expect(misspelt.message).toBe('unknown name "kapa"; did you mean kappa?');
    expect(placeOf(misspelt)).toEqual([4, 4]);
    const unknown = errorOf(() => parseExpression("x + z", ["x", "y"]));
    expect(unknown.message).toBe('unknown name "z"; there are x, y');
    expect(placeOf(unknown)).toEqual([4, 1]);
  });

  const cases: [source: string, offset: number, length: number, message: string][] = [
    ["", 0, 0, "expected a number, a name or ("],
    ["  \n", 3, 0, "expected a number, a name or ("],
    ["x;", 1, 1, 'unexpected ";"'],
    ["x; y", 1, 1, 'unexpected ";"'],
    ["x = 2", 2, 1, 'unexpected "="'],
    ["x y", 2, 1, 'expected an operator before "y", such as *'],
  ];
  test.each(cases)("refuses %j", (source, offset, length, message) => {
    const error = errorOf(() => parseExpression(source));
    expect(error.message).toBe(message);
    expect(placeOf(error)).toEqual([offset, length]);
  });
});

describe("hostile names are refused wherever they stand", () => {
  const hostile = [
    ...Object.getOwnPropertyNames(Object.prototype),
    ..."Math eval arguments this new await let yield function return globalThis window".split(" "),
    ..."f32 vec2f array select struct fn var override discard loop ptr u32 bool main pow".split(" "),
    ..."hoisted_0 hoisted_x table slots values run loss gradient".split(" "),
  ];

  test.each(hostile)("%s", (name) => {
    // Of __proto__ only the first character is complained about: no name begins like that.
    const length = name.startsWith("_") ? 1 : name.length;
    const refused = (parse: (source: string) => unknown, before: string, after: string) =>
      expect(placeOf(errorOf(() => parse(before + name + after)))).toEqual([before.length, length]);
    refused(parseExpression, "", "");
    refused(parseExpression, "1 + ", " * 2");
    refused(parseExpression, "", "(1)");
    refused(parseProgram, "", " = 1");
    refused(parseProgram, "theta = ", "");
  });

  test("also where they are said to be known", () => {
    expect(placeOf(errorOf(() => parseExpression("constructor", ["constructor"])))).toEqual([0, 11]);
  });

  test("but every function is callable", () => {
    for (const name of functionNames) {
      const args = name === "min" || name === "max" ? "1, 2" : "1";
      expect(parseExpression(`${name}(${args})`)).toMatchObject({ kind: "call", fn: name });
    }
  });
});

describe("bounds", () => {
  const floods = [
    "(",
    "-",
    "2^",
    "-(",
    "sqrt(",
    "x*",
    "x/",
    "1+",
    "x^-",
    "a=a\n",
    "max(1,",
    ";",
    "\n",
    "_",
    "#",
  ];
  test.each(floods)("50,000 characters of %j are refused without a stack overflow", (flood) => {
    const long = flood.repeat(Math.ceil(50_000 / flood.length));
    for (const parse of [parseExpression, parseProgram]) {
      const error = errorOf(() => parse(long));
      expect(error.message).toMatch(/at most 2,000 characters/);
      expect(error.position.offset).toBe(2000);
    }
  });

  const allowed = (n: number): string[] => [
    `${"(".repeat(n)}x${")".repeat(n)}`,
    `${"-".repeat(n)}x`,
    `${"2^".repeat(n)}x`,
    `${"sqrt(".repeat(n)}x${")".repeat(n)}`,
    Array<string>(n).fill("x").join("*"),
    `${"1+(".repeat(n)}x${")".repeat(n)}`,
  ];
  test("64 levels are enough for anyone, 65 are refused", () => {
    for (const source of allowed(64)) parseExpression(source);
    const refused = allowed(65).map((source) => errorOf(() => parseExpression(source)));
    for (const error of refused) expect(error.message).toMatch(/64/);
    // The bracket, sign, power, argument, factor or sum that is one too many.
    expect(refused.map(placeOf)).toEqual([65, 65, 130, 325, 127, 195].map((offset) => [offset, 1]));
  });

  test("a long sum is no deep formula", () => {
    expect(parseExpression(Array(400).fill("x").join(" + ")).kind).toBe("binary");
  });

  test("a program has at most 1,000 nodes in all its lines", () => {
    const line = "b = b+b+b+b+b+b+b+b+b+b\n";
    expect(parseProgram(line.repeat(52))).toHaveLength(52);
    const error = errorOf(() => parseProgram(line.repeat(53)));
    expect(error.message).toMatch(/1000/);
    expect(error.position).toMatchObject({ line: 53, column: 16 });
  });
});

/** What is underlined. */
const placeOf = ({ position, length }: FormulaError) => [position.offset, length];

function errorOf(run: () => unknown): FormulaError {
  try {
    run();
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error("was accepted");
}
