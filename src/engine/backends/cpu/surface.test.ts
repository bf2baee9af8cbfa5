import { expect, test } from "vitest";
import { optimizers } from "../../../optimizers/index";
import { conventionsOf, type Optimizer } from "../../../optimizers/optimizer";
import { runOn, surfaceSpec } from "../../../experiment/usual-spec";
import { surfaces } from "../../../surfaces/index";
import { compile, type SurfaceExperiment } from "../../compile";
import { compileRule } from "../../../experiment/rule";
import { composed } from "../../../experiment/composed-rule";
import { executeSurface } from "./surface";
import { closureWalker, generateWalker } from "./walk";

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
