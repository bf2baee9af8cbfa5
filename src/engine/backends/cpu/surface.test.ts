import { afterAll, expect, test } from "vitest";
import { optimizers } from "../../../optimizers/index";
import { conventionsOf, type Convention, type Optimizer } from "../../../optimizers/optimizer";
import reference from "../../../optimizers/reference-end-points.json";
import { runOn, surfaceSpec } from "../../../experiment/usual-spec";
import { type RunSpec } from "../../../experiment/spec";
import { surfaces } from "../../../surfaces/index";
import { compile, type SurfaceExperiment } from "../../compile";
import { compileRule } from "../../../experiment/rule";
import { composed } from "../../../experiment/composed-rule";
import { executeSurface } from "./surface";
import { closureWalker, generateWalker } from "./walk";

const { decimals, steps, endPoints } = reference;

/** Largest deviation by rule and convention, printed at the end. */
const deviations = new Map<string, number>();
afterAll(() => {
  const rows = [...deviations].map(([rule, worst]) => `${rule.padEnd(26)} ${worst.toExponential(1)}`);
  console.log(`reference end points, worst deviation:\n${rows.join("\n")}`);
});

for (const { optimizer, convention, source, surface, hyperparameters, end } of endPoints)
  test(`${optimizer}@${convention} on ${surface} ends where ${source} does`, () => {
    const given = Object.fromEntries(Object.entries(hyperparameters));
    const run = {
      optimizer,
      convention: convention as Convention,
      hyperparameters: given,
      number: 1,
    } satisfies RunSpec;
    const spec = { ...surfaceSpec(surface), steps, runs: [run] };
    const { theta } = executeSurface(compile(spec)).walk(steps + 1);
    theta!.subarray(-2).forEach((coordinate, i) => {
      const deviation = Math.abs(coordinate - end[i]!);
      const rule = `${optimizer}@${convention}`;
      deviations.set(rule, Math.max(deviation, deviations.get(rule) ?? 0));
      // A few units of the last decimal: the order of additions differs.
      expect(deviation).toBeLessThan(6 * 10 ** -decimals);
    });
  });

test("generated code and closures give the same frames bit for bit, for every rule on every surface", () => {
  let compared = 0;
  for (const [id, surface] of Object.entries(surfaces))
    for (const [optimizer, definition] of Object.entries<Optimizer>(optimizers))
      for (const convention of conventionsOf(definition)) {
        const runs = [runOn(surface, optimizer, 1, convention)];
        const experiment = compile({ ...surfaceSpec(id), noise: 0.1, steps: 40, runs });
        const generated = framesOf(experiment, generateWalker);
        expect(framesOf(experiment, closureWalker), `${optimizer}@${convention} on ${id}`).toEqual(generated);
        compared++;
      }
  expect(compared).toBeGreaterThan(Object.keys(surfaces).length * Object.keys(optimizers).length);
});

test("a rule may assign a name of its own twice", () => {
  const { objective, noise } = compile(surfaceSpec("ravine"));
  const rule = compileRule(composed({ update: "a = g * 0.5\na = a * 2\ntheta = theta - lr * a" }));
  const runs = [{ rule, hyperparameters: { lr: 0.01 } }];
  const experiment = {
    ...compile(surfaceSpec("ravine")),
    objective,
    noise,
    steps: 9,
    runs,
  };
  expect(framesOf(experiment, closureWalker)).toEqual(framesOf(experiment, generateWalker));
});

test("frames do not depend on how many are asked for at once", () => {
  const experiment = compile({ ...surfaceSpec("beale"), noise: 0.2, steps: 60 });
  const whole = executeSurface(experiment).walk(1000);
  expect(whole.count).toBe(61);
  const execution = executeSurface(experiment);
  const parts = [1, 7, 30, 100].map((count) => execution.walk(count));
  expect(parts.map(({ count }) => count)).toEqual([1, 7, 30, 23]);
  const secondRun = parts.flatMap(({ theta, count }) => [...theta!.subarray(2 * count)]);
  expect(secondRun).toEqual([...whole.theta!.subarray(2 * 61)]);
});

test("the last frame is recorded and not stepped from", () => {
  const experiment = compile({ ...surfaceSpec("ravine"), steps: 1 });
  const { theta, count } = executeSurface(experiment).walk(5);
  expect(count).toBe(2);
  expect([...theta!.subarray(0, 4)]).toEqual([-9, 2, -9 + 0.015 * 9, 2 - 0.015 * 100]);
});

const framesOf = (experiment: SurfaceExperiment, walkerFor: typeof generateWalker) =>
  executeSurface(experiment, undefined, walkerFor).walk(experiment.steps + 1);
