import { describe, expect, test } from "vitest";
import { toClosure } from "../formula/emit/evaluate";
import { parseExpression } from "../formula/parse";
import { optimizers } from ".";
import { formulationOf, type Formulation } from "./optimizer";
import { defaultsOf, distance, formulations, ravine, walk, type Values } from "./walk-by-hand";

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

/** How far a rule's path on a ravine turned by 30 degrees is from its turned path on the straight one. */
function turnedApart(formulation: Formulation, values: Values): number {
  const [c, s] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  const turn = ([x = 0, y = 0]: readonly number[]) => [c * x - s * y, s * x + c * y];
  const back = ([x = 0, y = 0]: readonly number[]) => [c * x + s * y, c * y - s * x];
  const straight = walk(formulation, values, ravine, [-9, 2], 60);
  const turned = walk(formulation, values, (theta) => turn(ravine(back(theta))), turn([-9, 2]), 60);
  return Math.max(...turned.map((point, i) => distance(point, turn(straight[i]!))));
}
