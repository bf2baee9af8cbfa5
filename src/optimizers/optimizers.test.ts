import { describe, expect, test } from "vitest";
import { resolveOptimizer, optimizers } from ".";
import { toClosure } from "../formula/emit/evaluate";
import { toJs } from "../formula/emit/js";
import { programToMathml } from "../formula/emit/mathml";
import { textOf } from "../formula/math-node";
import { parseProgram } from "../formula/parse";
import { scopeOf } from "../formula/scope";
import { specialise } from "../formula/simplify";
import type { Optimizer } from "./optimizer";

type Gradient = (theta: readonly number[]) => number[];

describe.each(Object.entries(optimizers))("%s", (_, optimizer) => {
  const { hyperparameters, update } = optimizer;

  test("has the hyperparameters its rule names, learning rate first and eps last", () => {
    const names = Object.keys(hyperparameters);
    expect([...scopeOf(parseProgram(update)).hyperparameters].sort()).toEqual([...names].sort());
    expect(names[0]).toBe("lr");
    if (names.includes("eps")) expect(names.at(-1)).toBe("eps");
  });

  test("has defaults that it accepts and its sliders reach", () => {
    for (const [name, { value, range, accepts }] of Object.entries(hyperparameters)) {
      expect(value, name).toBeGreaterThanOrEqual(range[0]);
      expect(value, name).toBeLessThanOrEqual(range[1]);
      for (const each of [value, ...range]) {
        expect(each, name).toBeGreaterThanOrEqual(accepts.least);
        if (accepts.above) expect(each, name).toBeGreaterThan(accepts.least);
        expect(each, name).toBeLessThan(accepts.below ?? Infinity);
      }
    }
  });

  test("moves the parameters and leaves no name unused", () => {
    const program = parseProgram(update);
    expect(program.at(-1)?.target).toBe("theta");
    const read = new Set(
      program.flatMap(({ value }) => scopeOf([{ target: "theta", value }]).hyperparameters),
    );
    for (const name of scopeOf(program).locals) expect(read).toContain(name);
  });

  test("lowers the loss on the bowl", () => {
    const bowl: Gradient = (theta) => theta.map((coordinate) => coordinate);
    const loss = ([x = 0, y = 0]: readonly number[]) => (x * x + y * y) / 2;
    const path = walk(optimizer, {}, bowl, [0.8, -0.6], 100);
    expect(loss(path.at(-1)!)).toBeLessThan(loss([0.8, -0.6]));
  });

  test("stands still where the gradient is zero", () => {
    expect(walk(optimizer, {}, () => [0, 0], [3, -2], 5).at(-1)).toEqual([3, -2]);
  });
});

test("momentum takes the first gradient whole whatever the dampening, as PyTorch does", () => {
  const path = walk(optimizers.momentum, { lr: 1, momentum: 0.5, dampening: 0.9 }, () => [1], [0], 3);
  expect(path.map(([x]) => x)).toEqual([0, -1, -1.6, -2]);
});

test("Adam's first step is the learning rate in every coordinate", () => {
  const [, [x = 0, y = 0] = []] = walk(optimizers.adam, { lr: 0.1, eps: 0 }, () => [1e-6, -1e6], [0, 0], 1);
  expect(x).toBeCloseTo(-0.1, 14);
  expect(y).toBeCloseTo(0.1, 14);
});

test("AdaGrad on a constant gradient steps lr / sqrt(t)", () => {
  const path = walk(optimizers.adagrad, { lr: 0.1, eps: 0 }, () => [3], [0], 9);
  expect(path[8]![0]! - path[9]![0]!).toBeCloseTo(0.1 / 3, 14);
});

test("RMSprop's first step is lr / sqrt(1 - rho)", () => {
  const path = walk(optimizers.rmsprop, { lr: 0.1, rho: 0.99, eps: 0 }, () => [7], [0], 1);
  expect(path[1]![0]).toBeCloseTo(-1, 13);
});

test("a gradient scaled by 1024 leaves the adaptive rules' paths as they are, bit for bit", () => {
  for (const id of ["adagrad", "rmsprop", "adam"] as const) {
    const slope = (scale: number) => walk(optimizers[id], { eps: 0 }, ([x = 0]) => [scale * x], [1], 50);
    expect(slope(1024), id).toEqual(slope(1));
  }
});

test("with its default momentum of 0, RMSprop reads as it is taught", () => {
  expect(linesOf(optimizers.rmsprop, { momentum: 0 })).toEqual([
    "s = rho * s + (1 - rho) * _power2(g)",
    "theta = theta - lr * g / (Math.sqrt(s) + eps)",
  ]);
  expect(linesOf(optimizers.momentum, { dampening: 0 })).toEqual([
    "b = momentum * b + g",
    "theta = theta - lr * b",
  ]);
});

test("rules are typeset as papers print them", () => {
  const ids = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"] as const;
  const set = ids.map((id) => {
    const rows = programToMathml(parseProgram(optimizers[id].update)).children.map(textOf);
    return `${id}: ${rows.join("; ").replaceAll("\u2062", "")}`;
  });
  expect(set).toEqual([
    "sgd: θ←θ−ηg",
    "momentum: b←μb+(1−τ[t≥2])g; θ←θ−ηb",
    "nesterov: b←μb+g; θ←θ−η(g+μb)",
    "adagrad: s←s+g2; θ←θ−ηg/(s+ε)",
    "rmsprop: s←ρs+(1−ρ)g2; b←μb+g/(s+ε); θ←θ−ηb",
    "adam: m←β1m+(1−β1)g; v←β2v+(1−β2)g2; m^←m/(1−β1t); v^←v/(1−β2t); θ←θ−ηm^/(v^+ε)",
  ]);
});

test("the registry knows its own names only, and quotes others", () => {
  expect(resolveOptimizer("adam")).toBe(optimizers.adam);
  for (const name of ["sgdd", "toString", "constructor", "__proto__", "hasOwnProperty", ""])
    expect(() => resolveOptimizer(name)).toThrow(`unknown optimizer: ${name}`);
});

function linesOf(optimizer: Optimizer, values: Record<string, number>): string[] {
  return specialise(parseProgram(optimizer.update), values).map(
    ({ target, value }) => `${target} = ${toJs(value)}`,
  );
}

/** The iterates of a rule, start first, by closures. */
function walk(
  { update, hyperparameters }: Optimizer,
  values: Record<string, number>,
  gradient: Gradient,
  start: readonly number[],
  steps: number,
): number[][] {
  const program = parseProgram(update);
  const { state, locals } = scopeOf(program);
  const defaults = Object.fromEntries(
    Object.entries(hyperparameters).map(([name, { value }]) => [name, value]),
  );
  const names = [...new Set(["theta", "g", "t", ...state, ...locals, ...Object.keys(hyperparameters)])];
  const lines = program.map(({ target, value }) => ({
    at: names.indexOf(target),
    closure: toClosure(value, names),
  }));
  const slots = start.map((theta) =>
    names.map((name) => (name === "theta" ? theta : ({ ...defaults, ...values }[name] ?? 0))),
  );
  const path = [[...start]];
  for (let t = 1; t <= steps; t++) {
    const g = gradient(path.at(-1)!);
    slots.forEach((slot, i) => {
      slot[names.indexOf("g")] = g[i]!;
      slot[names.indexOf("t")] = t;
      for (const { at, closure } of lines) slot[at] = closure(slot);
    });
    path.push(slots.map(([theta = NaN]) => theta));
  }
  return path;
}
