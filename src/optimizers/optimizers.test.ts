import { describe, expect, test } from "vitest";
import { misspelt } from "../formula/misspelt";
import { parseExpression, parseProgram } from "../formula/parse";
import { given, namesIn, scopeOf } from "../formula/scope";
import { optimizers, resolveOptimizer } from ".";
import { formulations, walk, type Gradient } from "./walk-by-hand";

describe.each(formulations)("$name", ({ convention, formulation }) => {
  const { hyperparameters, update, initial = {}, reports = "theta", words, call } = formulation;
  const { state, locals, hyperparameters: free } = scopeOf(parseProgram(update));
  const firstValues = Object.values(initial).map((text) => parseExpression(text));

  test("has the hyperparameters its rule names, learning rate first and eps last", () => {
    const names = Object.keys(hyperparameters);
    const read = new Set([...free, ...firstValues.flatMap((value) => [...namesIn(value)])]);
    expect([...read].filter((name) => name !== "theta").sort()).toEqual([...names].sort());
    expect(names[0]).toBe("lr");
    if (names.includes("eps")) expect(names.at(-1)).toBe("eps");
  });

  test("has defaults that it accepts and its sliders reach", () => {
    for (const [name, { value, range, scale, accepts }] of Object.entries(hyperparameters)) {
      expect(value, name).toBeGreaterThanOrEqual(range[0]);
      expect(value, name).toBeLessThanOrEqual(range[1]);
      if (scale === "log") expect(range[0], name).toBeGreaterThan(0);
      for (const each of [value, ...range]) {
        expect(each, name).toBeGreaterThanOrEqual(accepts.least);
        if (accepts.above) expect(each, name).toBeGreaterThan(accepts.least);
        expect(each, name).toBeLessThan(accepts.below ?? Infinity);
      }
    }
  });

  test("moves the parameters and leaves no name unread", () => {
    const program = parseProgram(update);
    expect(program.map(({ target }) => target)).toContain("theta");
    const read = new Set(program.flatMap(({ value }) => [...namesIn(value)]));
    for (const name of [...locals, ...state]) expect(read).toContain(name);
  });

  test("has no name that reads as a slip of the pen", () => {
    expect(misspelt(free, [...given, ...state, ...locals])).toBeUndefined();
  });

  test("gives first values to its state and reports a state or theta", () => {
    for (const name of Object.keys(initial)) expect(state).toContain(name);
    expect(["theta", ...state]).toContain(reports);
  });

  test("has a few words for all it remembers and computes, and for nothing else", () => {
    expect(Object.keys(words).sort()).toEqual([...state, ...locals].sort());
    for (const [name, word] of Object.entries(words)) expect(word, name).toMatch(/^\S.{2,58}[^\s.]$/);
  });

  test("is called with all its hyperparameters, by the framework whose convention it is", () => {
    const library = {
      pytorch: /^(torch\.optim|schedulefree)\./,
      keras: /^keras\.optimizers\./,
      textbook: /^$/,
    };
    if (call === undefined) return;
    expect(call).toMatch(library[convention]);
    const named = [...call.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(hyperparameters).sort());
  });

  test("starts at the start and lowers the loss on the bowl", () => {
    const path = walk(formulation, {}, (theta) => [...theta], [0.8, -0.6], 100);
    const loss = ([x = 0, y = 0]: readonly number[]) => (x * x + y * y) / 2;
    expect(path[0]).toEqual([0.8, -0.6]);
    expect(loss(path.at(-1)!)).toBeLessThan(loss([0.8, -0.6]));
  });

  test("stands still where the gradient is zero and nothing decays", () => {
    expect(walk(formulation, { weightDecay: 0 }, () => [0, 0], [3, -2], 5).at(-1)).toEqual([3, -2]);
  });
});

test("Schedule-Free reports the mean of its plain steps, and takes gradients elsewhere", () => {
  const places: number[] = [];
  const gradient: Gradient = ([x = 0]) => (places.push(x), [x]);
  const path = walk(optimizers["schedule-free"], { lr: 0.1, eps: 0 }, gradient, [1], 3).map(([x]) => x!);
  // By hand: z steps, x is the mean of all z, and the gradient's place lies between, nearer to x.
  const z1 = 1 - 0.1;
  const z2 = z1 - (0.1 * z1) / Math.sqrt((0.999 * 0.001 + 0.001 * z1 ** 2) / (1 - 0.999 ** 2));
  const x2 = (z1 + z2) / 2;
  [1, z1, x2].forEach((x, t) => expect(path[t], `x after ${t}`).toBeCloseTo(x, 14));
  [1, z1, 0.1 * z2 + 0.9 * x2].forEach((y, t) => expect(places[t], `y after ${t}`).toBeCloseTo(y, 14));
});

test("the registry knows its own names only, in teaching order, and quotes others", () => {
  expect(Object.keys(optimizers)).toEqual([
    ...["sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "rmsprop-centered", "adam"],
    ...["amsgrad", "adamw", "adamax", "nadam", "radam", "rprop", "lion", "schedule-free"],
  ]);
  expect(resolveOptimizer("adam")).toBe(optimizers.adam);
  for (const name of ["sgdd", "toString", "constructor", "__proto__", "hasOwnProperty", ""])
    expect(() => resolveOptimizer(name)).toThrow(`unknown optimizer: ${name}`);
});
