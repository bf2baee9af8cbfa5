import { describe, expect, test } from "vitest";
import { optimizers, resolveOptimizer } from ".";
import { conventions, conventionsOf, formulationOf, type Convention, type Optimizer } from "./optimizer";
import { defaultsOf, distance, ravine, walk, type Values } from "./walk-by-hand";

describe("conventions", () => {
  const varied = Object.entries<Optimizer>(optimizers).filter(([, { variants }]) => variants);

  test("are these and no others", () => {
    const listed = varied.map(([id, optimizer]) => `${id}: ${conventionsOf(optimizer).slice(1).join(", ")}`);
    expect(listed).toEqual([
      "momentum: keras, textbook",
      "nesterov: keras",
      "adagrad: keras, textbook",
      "adadelta: keras",
      "rmsprop: keras, textbook",
      "rmsprop-centered: keras",
      "adam: keras",
      "adamw: keras",
      "adamax: keras",
      "nadam: keras",
      "lion: keras",
    ]);
    expect(() => formulationOf(optimizers.sgd, "keras")).toThrow("Gradient descent has no convention keras");
  });

  test.each(varied)("of %s are told apart by eps, lr and their defaults", (_, optimizer) => {
    const ends = conventionsOf(optimizer).map((convention) => {
      const formulation = formulationOf(optimizer, convention);
      const { lr = NaN } = defaultsOf(formulation);
      const values = (t: number) => ({ eps: 0.5, lr: t > 10 ? lr / 2 : lr });
      return walk(formulation, values, gentle, [1], 40).at(-1)![0]! - 1;
    });
    ends.forEach((end, i) => {
      for (const other of ends.slice(i + 1))
        expect(Math.abs(end - other)).toBeGreaterThan(1e-3 * Math.abs(end));
    });
  });

  /** Written from the frameworks' sources, line by line; state in `s`, which starts as in `first`. */
  const byHand: [id: string, convention: Convention, values: Values, first: Values, step: HandStep][] = [
    [
      "momentum",
      "pytorch",
      { momentum: 0.8, dampening: 0.3 },
      {},
      (x, g, lr, t, s) => {
        s.b = t === 1 ? g : 0.8 * s.b! + 0.7 * g;
        return x - lr * s.b;
      },
    ],
    [
      "momentum",
      "keras",
      { momentum: 0.8 },
      { v: 0 },
      (x, g, lr, _, s) => {
        s.v = 0.8 * s.v! - lr * g;
        return x + s.v;
      },
    ],
    [
      "momentum",
      "textbook",
      { beta: 0.8 },
      { v: 0 },
      (x, g, lr, _, s) => {
        s.v = 0.8 * s.v! + 0.2 * g;
        return x - lr * s.v;
      },
    ],
    [
      "nesterov",
      "pytorch",
      { momentum: 0.8 },
      { b: 0 },
      (x, g, lr, _, s) => {
        s.b = 0.8 * s.b! + g;
        return x - lr * (g + 0.8 * s.b);
      },
    ],
    [
      "nesterov",
      "keras",
      { momentum: 0.8 },
      { v: 0 },
      (x, g, lr, _, s) => {
        s.v = 0.8 * s.v! - lr * g;
        return x + 0.8 * s.v - lr * g;
      },
    ],
    [
      "adagrad",
      "pytorch",
      { eps: 0.3 },
      { s: 0 },
      (x, g, lr, _, s) => {
        s.s! += g * g;
        return x - (lr * g) / (Math.sqrt(s.s!) + 0.3);
      },
    ],
    [
      "adagrad",
      "keras",
      { eps: 0.3, initial: 0.2 },
      { s: 0.2 },
      (x, g, lr, _, s) => {
        s.s! += g * g;
        return x - (lr * g) / Math.sqrt(s.s! + 0.3);
      },
    ],
    [
      "adagrad",
      "textbook",
      { eps: 0.3 },
      { s: 0 },
      (x, g, lr, _, s) => {
        s.s! += g * g;
        return x - (lr * g) / Math.sqrt(s.s! + 0.3);
      },
    ],
    [
      "rmsprop",
      "pytorch",
      { eps: 0.3, rho: 0.6, momentum: 0.8 },
      { v: 0, b: 0 },
      (x, g, lr, _, s) => {
        s.v = 0.6 * s.v! + 0.4 * g * g;
        s.b = 0.8 * s.b! + g / (Math.sqrt(s.v) + 0.3);
        return x - lr * s.b;
      },
    ],
    [
      "rmsprop",
      "keras",
      { eps: 0.3, rho: 0.6, momentum: 0.8 },
      { v: 0, b: 0 },
      (x, g, lr, _, s) => {
        s.v = 0.6 * s.v! + 0.4 * g * g;
        s.b = 0.8 * s.b! + (lr * g) / Math.sqrt(s.v + 0.3);
        return x - s.b;
      },
    ],
    [
      "rmsprop",
      "textbook",
      { eps: 0.3, rho: 0.6 },
      { v: 0 },
      (x, g, lr, _, s) => {
        s.v = 0.6 * s.v! + 0.4 * g * g;
        return x - (lr * g) / Math.sqrt(s.v + 0.3);
      },
    ],
    [
      "adam",
      "pytorch",
      { eps: 0.3, beta1: 0.8, beta2: 0.9 },
      { m: 0, v: 0 },
      (x, g, lr, t, s) => {
        s.m = 0.8 * s.m! + 0.2 * g;
        s.v = 0.9 * s.v! + 0.1 * g * g;
        return x - ((lr / (1 - 0.8 ** t)) * s.m) / (Math.sqrt(s.v) / Math.sqrt(1 - 0.9 ** t) + 0.3);
      },
    ],
    [
      "adam",
      "keras",
      { eps: 0.3, beta1: 0.8, beta2: 0.9 },
      { m: 0, v: 0 },
      (x, g, lr, t, s) => {
        s.m! += (g - s.m!) * 0.2;
        s.v! += (g * g - s.v!) * 0.1;
        return x - (((lr * Math.sqrt(1 - 0.9 ** t)) / (1 - 0.8 ** t)) * s.m!) / (Math.sqrt(s.v!) + 0.3);
      },
    ],
  ];

  test.each(byHand)("%s as %s writes it does what its source does", (id, convention, values, first, step) => {
    const rate = (t: number) => (t > 20 ? 0.1 : 1);
    const formulation = formulationOf(resolveOptimizer(id), convention);
    const path = walk(formulation, (t) => ({ ...values, lr: rate(t) }), gentle, [1], 40);
    const state = { ...first };
    let x = 1;
    for (const [t, [at = NaN]] of path.entries()) {
      if (t > 0) x = step(x, gentle([x])[0]!, rate(t), t, state);
      expect(Math.abs(at - x), `step ${t}`).toBeLessThan(1e-14);
    }
    // All the other conventions of the rule walk elsewhere on the same numbers.
    for (const other of conventionsOf(resolveOptimizer(id)).filter((each) => each !== convention)) {
      const numbers = { beta: 0.8, momentum: 0.8, dampening: 0, rho: 0.6, ...values };
      const variant = formulationOf(resolveOptimizer(id), other);
      const end = walk(variant, (t) => ({ ...numbers, lr: rate(t) }), gentle, [1], 40).at(-1)![0]!;
      expect(Math.abs(end - x), other).toBeGreaterThan(1e-5);
    }
  });

  test("momentum is the same in PyTorch's and Keras' until lr changes, and a mean is slower by 1 - beta", () => {
    const { momentum } = optimizers;
    const end = (convention: Convention, values: Values | ((t: number) => Values)) =>
      walk(formulationOf(momentum, convention), values, ravine, [-9, 2], 60).at(-1)!;
    const falling = (t: number) => ({ lr: t > 30 ? 0.001 : 0.01 });
    expect(distance(end("pytorch", { lr: 0.01 }), end("keras", { lr: 0.01 }))).toBeLessThan(1e-13);
    expect(distance(end("pytorch", falling), end("keras", falling))).toBeGreaterThan(0.1);
    expect(distance(end("pytorch", { lr: 0.01 }), end("textbook", { lr: 0.1 }))).toBeLessThan(1e-13);
    expect(distance(end("pytorch", { lr: 0.01 }), end("textbook", { lr: 0.01 }))).toBeGreaterThan(0.1);
  });

  test("have an order, PyTorch's first", () => {
    expect(conventions).toEqual(["pytorch", "keras", "textbook"]);
    expect(conventionsOf(optimizers.rmsprop)).toEqual([...conventions]);
    expect(conventionsOf(optimizers.sgd)).toEqual(["pytorch"]);
  });
});

test("momentum takes the first gradient whole whatever the dampening, as PyTorch does", () => {
  const path = walk(optimizers.momentum, { lr: 1, momentum: 0.5, dampening: 0.9 }, () => [1], [0], 3);
  expect(path.map(([x]) => x)).toEqual([0, -1, -1.6, -2]);
});

/** One step of a rule written out: from x and its gradient, with what it remembers. */
type HandStep = (x: number, g: number, lr: number, t: number, state: Record<string, number>) => number;

/** So small that an eps of 0.3 outweighs it. */
function gentle([x = 0]: readonly number[]): number[] {
  return [1e-3 * x];
}
