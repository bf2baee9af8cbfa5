import { describe, expect, test } from "vitest";
import { resolveOptimizer, optimizers } from ".";
import { toClosure } from "../formula/emit/evaluate";
import { toJs } from "../formula/emit/js";
import { programToMathml } from "../formula/emit/mathml";
import type { MathNode } from "../formula/math-node";
import { parseExpression, parseProgram } from "../formula/parse";
import { namesIn, scopeOf } from "../formula/scope";
import { specialise } from "../formula/simplify";
import {
  conventions,
  conventionsOf,
  formulationOf,
  type Convention,
  type Formulation,
  type Optimizer,
} from "./optimizer";
import reference from "./reference-end-points.json";

type Gradient = (theta: readonly number[]) => number[];
type Values = Readonly<Record<string, number>>;
type Path = readonly (readonly number[])[];

/** Every rule in every convention it is written in: "adam", "adam@keras". */
const formulations = Object.entries<Optimizer>(optimizers).flatMap(([id, optimizer]) =>
  conventionsOf(optimizer).map((convention) => ({
    name: convention === "pytorch" ? id : `${id}@${convention}`,
    id,
    convention,
    formulation: formulationOf(optimizer, convention),
  })),
);

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

describe("end points", () => {
  const gradients: Readonly<Record<string, Gradient>> = { rosenbrock, ravine };
  const starts: Readonly<Record<string, readonly number[]>> = { rosenbrock: [-1.2, 1], ravine: [-9, 2] };
  const { decimals, steps, endPoints } = reference;

  test.each(endPoints)(
    "$optimizer ends on $surface where $source does, in the convention $convention with $hyperparameters",
    ({ optimizer, convention, surface, hyperparameters, end }) => {
      const values = Object.fromEntries(Object.entries(hyperparameters));
      const formulation = formulationOf(resolveOptimizer(optimizer), convention as Convention);
      const path = walk(formulation, values, gradients[surface]!, starts[surface]!, steps);
      // A few units of the last decimal: the order of additions differs.
      expect(distance(path.at(-1)!, end)).toBeLessThan(6 * 10 ** -decimals);
    },
  );

  test("are known for every rule in every convention a framework has", () => {
    const known = new Set(endPoints.map(({ optimizer, convention }) => `${optimizer} ${convention}`));
    for (const { id, convention } of formulations)
      if (convention !== "textbook") expect(known).toContain(`${id} ${convention}`);
  });
});

describe("theory", () => {
  const everyConvention = (...ids: string[]) =>
    formulations
      .filter(({ id }) => ids.includes(id))
      .map(({ name, formulation }) => [name, formulation] as const);

  test.each(formulations.filter(({ formulation }) => formulation.stableBelow))(
    "$name converges on a quadratic just below its limit, and not above",
    ({ formulation }) => {
      const values = { ...defaultsOf(formulation), curvature: 50 };
      const limit = toClosure(
        parseExpression(formulation.stableBelow!),
        Object.keys(values),
      )(Object.values(values));
      const end = (lr: number) => Math.hypot(...walk(formulation, { lr }, ravine, [-9, 2], 2000).at(-1)!);
      expect(end(0.97 * limit)).toBeLessThan(1);
      expect(end(1.03 * limit)).toBeGreaterThan(1e6);
    },
  );

  test.each(everyConvention("adam", "amsgrad", "adamw", "adamax", "schedule-free"))(
    "the first step of %s is the learning rate in every coordinate, however steep",
    (_, formulation) => {
      const values = { lr: 0.1, eps: 0, weightDecay: 0 };
      const [, [x = 0, y = 0] = []] = walk(formulation, values, () => [1e-6, -1e6], [0, 0], 1);
      expect(x).toBeCloseTo(-0.1, 14);
      expect(y).toBeCloseTo(0.1, 14);
    },
  );

  test.each(everyConvention("rmsprop"))("the first step of %s is lr / sqrt(1 - rho)", (_, formulation) => {
    const path = walk(formulation, { lr: 0.1, rho: 0.99, eps: 0 }, () => [7], [0], 1);
    expect(path[1]![0]).toBeCloseTo(-1, 13);
  });

  test.each(everyConvention("adadelta"))(
    "the first step of %s is as short as its eps makes it",
    (_, formulation) => {
      const path = walk(formulation, { lr: 1, rho: 0.96, eps: 1e-6 }, () => [1e3], [0], 1);
      expect(path[1]![0]).toBeCloseTo(-Math.sqrt(1e-6 / 0.04), 10);
    },
  );

  test.each(everyConvention("adagrad"))("%s steps lr / sqrt(t) on a constant gradient", (_, formulation) => {
    const path = walk(formulation, { lr: 0.1, eps: 0, initial: 0 }, () => [3], [0], 9);
    expect(path[8]![0]! - path[9]![0]!).toBeCloseTo(0.1 / 3, 14);
  });

  const normalising = [
    ...["adagrad", "rmsprop", "rmsprop-centered", "adam", "amsgrad", "adamw", "adamax", "nadam"],
    ...["rprop", "lion", "schedule-free"],
  ];
  test.each(everyConvention(...normalising))(
    "a gradient scaled by 1024 leaves the path of %s as it is, bit for bit",
    (_, formulation) => {
      const values = { eps: 0, initial: 0 };
      const slope = (scale: number) => walk(formulation, values, ([x = 0]) => [scale * x], [1], 50);
      expect(slope(1).flat().every(Number.isFinite)).toBe(true);
      expect(slope(1024)).toEqual(slope(1));
    },
  );

  test("RAdam does not mind the gradient's scale once it trusts v, and is plain momentum before", () => {
    const steps = (scale: number) => {
      const path = walk(optimizers.radam, { lr: 0.1, eps: 0 }, () => [scale], [0], 8);
      return path.slice(1).map(([x = NaN], i) => x - path[i]![0]!);
    };
    for (const [i, step] of steps(4).entries())
      if (i < 5) expect(step).toBeCloseTo(-0.4, 12);
      else expect(step).toBeCloseTo(steps(1)[i]!, 12);
  });

  test("RAdam has a value whatever beta2, and never trusts v where its memory is short", () => {
    for (const beta2 of [0, 0.2, 1 / 3, 0.5, 0.6, 2 / 3, 0.67, 0.7, 0.9, 0.99, 0.999]) {
      const path = walk(optimizers.radam, { lr: 0.01, beta1: 0, beta2 }, ravine, [-9, 2], 200);
      expect(path.flat().every(Number.isFinite), `beta2 ${beta2}`).toBe(true);
      if (beta2 < 0.66) expect(path).toEqual(walk(optimizers.sgd, { lr: 0.01 }, ravine, [-9, 2], 200));
    }
  });

  test.each(everyConvention("sgd", "momentum", "nesterov"))(
    "%s walks a turned ravine as it walks the straight one",
    (_, formulation) => {
      expect(turnedApart(formulation, { lr: 0.015 })).toBeLessThan(1e-12);
    },
  );

  test.each(everyConvention("adam"))("%s does not", (_, formulation) => {
    expect(turnedApart(formulation, { lr: 0.3 })).toBeGreaterThan(1);
  });

  test("momentum is fastest where theory says, and as fast as it says", () => {
    const [least, most] = [1, 50];
    const rate = (Math.sqrt(most / least) - 1) / (Math.sqrt(most / least) + 1);
    const best = { lr: (2 / (Math.sqrt(least) + Math.sqrt(most))) ** 2, momentum: rate ** 2 };
    const measured = (values: Values) => {
      const path = walk(optimizers.momentum, values, ravine, [-9, 2], 800);
      return (Math.hypot(...path[800]!) / Math.hypot(...path[400]!)) ** (1 / 400);
    };
    // There both roots of each coordinate coincide, and the path shrinks like t rate^t.
    expect(measured(best) / 2 ** (1 / 400)).toBeCloseTo(rate, 3);
    for (const other of [{ lr: 0.9 * best.lr }, { lr: 1.1 * best.lr }, { momentum: 0.4 }, { momentum: 0.7 }])
      expect(measured({ ...best, ...other }), JSON.stringify(other)).toBeGreaterThan(rate + 0.01);
  });

  test("AMSGrad reaches the optimum of Reddi's counterexample, and Adam the worst point", () => {
    // Slope C every third step and -1 between, on [-1, 1]: the mean slope is positive, the optimum -1.
    const steep = 3;
    const values = (t: number) => ({ lr: 0.1 / Math.sqrt(t), beta1: 0, beta2: 1 / (1 + steep ** 2) });
    const end = (rule: Formulation) => {
      let t = 0;
      const update = `${rule.update}\ntheta = min(max(theta, -1), 1)`;
      return walk({ ...rule, update }, values, () => [t++ % 3 === 0 ? steep : -1], [0], 6000).at(-1)![0]!;
    };
    expect(end(optimizers.amsgrad)).toBeLessThan(-0.99);
    expect(end(optimizers.adam)).toBeGreaterThan(0.99);
    expect(end(formulationOf(optimizers.adam, "keras"))).toBeGreaterThan(0.99);
  });

  test.each(everyConvention("rmsprop-centered"))(
    "%s stays finite where a coordinate has no gradient, and where it is steady",
    (_, formulation) => {
      const alone = walk(formulation, {}, ([, y = 0]) => [0, y], [3, 1], 1000);
      expect(alone.map(([x]) => x)).toEqual(alone.map(() => 3));
      // Rounding makes both variances negative: of 0.1 at rho 0.99 in step 3227, of -7 at rho 0.9 in step 331.
      for (const steady of [0.1, -7 * 2 ** 20, 1, 1e-3])
        expect(
          walk(formulation, {}, () => [steady], [0], 4000)
            .flat()
            .every(Number.isFinite),
        ).toBe(true);
    },
  );

  test("Rprop takes longer steps while the sign stays, and after a turn rests and halves", () => {
    const slopes = [1, 5, -1, -2, -1, 3];
    let t = 0;
    const path = walk(optimizers.rprop, { lr: 0.1 }, () => [slopes[t++]!], [0], 6).map(([x]) => x!);
    const steps = path.slice(1).map((x, i) => x - path[i]!);
    [-0.1, -0.12, 0, 0.06, 0.072, 0].forEach((step, i) => expect(steps[i]).toBeCloseTo(step, 14));
    const [before = NaN, last = NaN] = walk(optimizers.rprop, {}, () => [1], [0], 60)
      .slice(-2)
      .flat();
    expect(last - before).toBe(-50);
  });

  test("Lion steps by lr in every coordinate, at every step", () => {
    const path = walk(optimizers.lion, { lr: 0.25 }, ravine, [-9, 2], 60);
    for (const [i, point] of path.slice(1).entries())
      point.forEach((x, c) => expect(Math.abs(x - path[i]![c]!)).toBe(0.25));
  });

  test("AdamW takes the same share of every coordinate, Adam's own step apart", () => {
    const [from, to] = walk(optimizers.adamw, { lr: 0.1, weightDecay: 0.5 }, () => [0, 0], [3, -200], 1);
    to!.forEach((x, i) => expect(x / from![i]!).toBeCloseTo(0.95, 14));
  });
});

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

test("with its default momentum of 0, RMSprop reads as it is taught", () => {
  expect(linesOf(optimizers.rmsprop, { momentum: 0 })).toEqual([
    "s = rho * s + (1 - rho) * _power2(g)",
    "theta = theta - lr * g / (Math.sqrt(s) + eps)",
  ]);
  expect(linesOf(formulationOf(optimizers.rmsprop, "keras"), { momentum: 0 })).toEqual([
    "s = rho * s + (1 - rho) * _power2(g)",
    "theta = theta - lr * g / Math.sqrt(s + eps)",
  ]);
  expect(linesOf(optimizers.momentum, { dampening: 0 })).toEqual([
    "b = momentum * b + g",
    "theta = theta - lr * b",
  ]);
});

test("rules are typeset as papers print them", () => {
  const set = formulations.map(({ name, formulation }) => {
    const rows = programToMathml(parseProgram(formulation.update)).children.map(spelled);
    return `${name}: ${rows.join("; ")}`;
  });
  expect(set).toEqual([
    "sgd: θ←θ−ηg",
    "momentum: b←μb+(1−τ[t≥2])g; θ←θ−ηb",
    "momentum@keras: v←μv−ηg; θ←θ+v",
    "momentum@textbook: v←βv+(1−β)g; θ←θ−ηv",
    "nesterov: b←μb+g; θ←θ−η(g+μb)",
    "nesterov@keras: v←μv−ηg; θ←θ+μv−ηg",
    "adagrad: s←s+g^2; θ←θ−ηg/(√(s)+ε)",
    "adagrad@keras: s←s+g^2; θ←θ−ηg/√(s+ε)",
    "adagrad@textbook: s←s+g^2; θ←θ−ηg/√(s+ε)",
    "adadelta: s←ρs+(1−ρ)g^2; d←√(u+ε)g/√(s+ε); u←ρu+(1−ρ)d^2; θ←θ−ηd",
    "adadelta@keras: s←ρs+(1−ρ)g^2; d←√(u+ε)g/√(s+ε); u←ρu+(1−ρ)d^2; θ←θ−ηd",
    "rmsprop: s←ρs+(1−ρ)g^2; b←μb+g/(√(s)+ε); θ←θ−ηb",
    "rmsprop@keras: s←ρs+(1−ρ)g^2; b←μb+ηg/√(s+ε); θ←θ−b",
    "rmsprop@textbook: s←ρs+(1−ρ)g^2; θ←θ−ηg/√(s+ε)",
    "rmsprop-centered: s←ρs+(1−ρ)g^2; m←ρm+(1−ρ)g; b←μb+g/(√(max(s−m^2,0))+ε); θ←θ−ηb",
    "rmsprop-centered@keras: s←ρs+(1−ρ)g^2; m←ρm+(1−ρ)g; b←μb+ηg/√(max(s−m^2,0)+ε); θ←θ−b",
    "adam: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; m̂←m/(1−β_1^t); v̂←v/(1−β_2^t); θ←θ−ηm̂/(√(v̂)+ε)",
    "adam@keras: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; α←η·√(1−β_2^t)/(1−β_1^t); θ←θ−αm/(√(v)+ε)",
    "amsgrad: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; v_{max}←max(v_{max},v); m̂←m/(1−β_1^t); v̂←v_{max}/(1−β_2^t); θ←θ−ηm̂/(√(v̂)+ε)",
    "adamw: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; m̂←m/(1−β_1^t); v̂←v/(1−β_2^t); θ←θ−η(m̂/(√(v̂)+ε)+λθ)",
    "adamw@keras: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; α←η·√(1−β_2^t)/(1−β_1^t); θ←θ−αm/(√(v)+ε)−ηλθ",
    "adamax: m←β_1m+(1−β_1)g; u←max(β_2u,|g|+ε); m̂←m/(1−β_1^t); θ←θ−ηm̂/u",
    "adamax@keras: m←β_1m+(1−β_1)g; u←max(β_2u,|g|); m̂←m/(1−β_1^t); θ←θ−ηm̂/(u+ε)",
    "nadam: μ_t←β_1(1−0.5·0.96^{ψt}); μ_{next}←β_1(1−0.5·0.96^{ψ(t+1)}); p←pμ_t; m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; m̂←μ_{next} m/(1−pμ_{next})+(1−μ_t)g/(1−p); v̂←v/(1−β_2^t); θ←θ−ηm̂/(√(v̂)+ε)",
    "nadam@keras: μ_t←β_1(1−0.5·0.96^t); μ_{next}←β_1(1−0.5·0.96^{t+1}); p←pμ_t; m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; m̂←μ_{next} m/(1−pμ_{next})+(1−μ_t)g/(1−p); v̂←v/(1−β_2^t); θ←θ−ηm̂/(√(v̂)+ε)",
    "radam: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; m̂←m/(1−β_1^t); ρ_{inf}←max(2/(1−β_2)−1,5); ρ_t←max(ρ_{inf}−2tβ_2^t/(1−β_2^t),5); r←√((ρ_t−4)(ρ_t−2)ρ_{inf}/((ρ_{inf}−4)(ρ_{inf}−2)ρ_t)); l←√(1−β_2^t)/(√(v)+ε); early←[5≥ρ_t]; θ←θ−ηm̂(early+(1−early)rl)",
    "rprop: a←sgn(g) sgn(g_{prev}); s←min(max(s(1+0.2 max(a,0)+0.5 min(a,0)),0.000001),50); g_{prev}←g[a≥0]; θ←θ−s sgn(g_{prev})",
    "lion: d←β_1m+(1−β_1)g; θ←θ−η(sgn(d)+λθ); m←β_2m+(1−β_2)g",
    "lion@keras: d←β_1m+(1−β_1)g; θ←θ−η(sgn(d)+λθ); m←β_2m+(1−β_2)g",
    "schedule-free: v←β_2v+(1−β_2)g^2; v̂←v/(1−β_2^t); z←z−ηg/(√(v̂)+ε); x←x+(z−x)/t; θ←(1−β_1)z+β_1x",
  ]);
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

function linesOf({ update }: Formulation, values: Values): string[] {
  return specialise(parseProgram(update), values).map(({ target, value }) => `${target} = ${toJs(value)}`);
}

/** What is typeset, on one line: roots, powers, indices and hats as one would type them. */
function spelled(node: MathNode | string): string {
  if (typeof node === "string") return node.replace(/[\u2061\u2062]/g, "");
  const parts = node.children.map(spelled);
  const [base = "", ...aside] = parts;
  const [first = "", second = ""] = aside.map((text) => (text.length > 1 ? `{${text}}` : text));
  switch (node.tag) {
    case "msqrt":
      return `√(${parts.join("")})`;
    case "msup":
      return `${base}^${first}`;
    case "msub":
      return `${base}_${first}`;
    case "msubsup":
      return `${base}_${first}^${second}`;
    case "mover":
      return `${base}\u0302`;
    case "mspace":
      return " ";
    default:
      return parts.join("");
  }
}

/** One step of a rule written out: from x and its gradient, with what it remembers. */
type HandStep = (x: number, g: number, lr: number, t: number, state: Record<string, number>) => number;

function rosenbrock([x = 0, y = 0]: readonly number[]): number[] {
  return [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
}

function ravine([x = 0, y = 0]: readonly number[]): number[] {
  return [x, 50 * y];
}

/** So small that an eps of 0.3 outweighs it. */
function gentle([x = 0]: readonly number[]): number[] {
  return [1e-3 * x];
}

/** How far a rule's path on a ravine turned by 30 degrees is from its turned path on the straight one. */
function turnedApart(formulation: Formulation, values: Values): number {
  const [c, s] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  const turn = ([x = 0, y = 0]: readonly number[]) => [c * x - s * y, s * x + c * y];
  const back = ([x = 0, y = 0]: readonly number[]) => [c * x + s * y, c * y - s * x];
  const straight = walk(formulation, values, ravine, [-9, 2], 60);
  const turned = walk(formulation, values, (theta) => turn(ravine(back(theta))), turn([-9, 2]), 60);
  return Math.max(...turned.map((point, i) => distance(point, turn(straight[i]!))));
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((x, i) => Math.abs(x - b[i]!)));
}

function defaultsOf({ hyperparameters }: Formulation): Values {
  return Object.fromEntries(Object.entries(hyperparameters).map(([name, { value }]) => [name, value]));
}

/** The iterates a rule reports, start first, by closures; values may change with the step. */
function walk(
  formulation: Formulation,
  values: Values | ((t: number) => Values),
  gradient: Gradient,
  start: readonly number[],
  steps: number,
): Path {
  const { update, initial = {}, reports = "theta" } = formulation;
  const program = parseProgram(update);
  const { state, locals } = scopeOf(program);
  const defaults = defaultsOf(formulation);
  const names = [...new Set(["theta", "g", "t", ...state, ...locals, ...Object.keys(defaults)])];
  const lines = program.map(({ target, value }) => ({
    at: names.indexOf(target),
    closure: toClosure(value, names),
  }));
  const given = typeof values === "function" ? values : () => values;
  const set = (slot: number[], all: Values) => {
    for (const [name, value] of Object.entries(all))
      if (names.includes(name)) slot[names.indexOf(name)] = value;
  };
  const slots = start.map((theta) => {
    const slot = names.map(() => 0);
    set(slot, { ...defaults, ...given(1), theta });
    const first = Object.entries(initial).map(([name, text]) => [
      name,
      toClosure(parseExpression(text), names)(slot),
    ]);
    set(slot, Object.fromEntries(first));
    return slot;
  });
  const read = (name: string) => slots.map((slot) => slot[names.indexOf(name)]!);
  const path = [read(reports)];
  for (let t = 1; t <= steps; t++) {
    const g = gradient(read("theta"));
    slots.forEach((slot, i) => {
      set(slot, { ...defaults, ...given(t), g: g[i]!, t });
      for (const { at, closure } of lines) slot[at] = closure(slot);
    });
    path.push(read(reports));
  }
  return path;
}
