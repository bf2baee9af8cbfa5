import { expect, test } from "vitest";
import { optimizers } from "../../../optimizers/index";
import { runOn, surfaceSpec, type RunSpec } from "../../../experiment/spec";
import { surfaces } from "../../../surfaces/index";
import { compile, compileRule, type SurfaceExperiment } from "../../compile";
import { executeSurface } from "./surface";
import { closureWalker, generateWalker, type Walker } from "./walk";

/** PyTorch 2.13.0 in float64, 100 steps, default hyperparameters but for those named. */
const endPoints = {
  rosenbrock: {
    sgd: [{ lr: 1e-3 }, -0.9481863785, 0.9070941004],
    momentum: [{ lr: 5e-4, momentum: 0.9 }, -0.2303023691, 0.0576702281],
    nesterov: [{ lr: 5e-4, momentum: 0.9 }, -0.5073452343, 0.2645318451],
    adagrad: [{ lr: 0.5 }, -0.8747880822, 0.7722546259],
    rmsprop: [{ lr: 0.01, rho: 0.99 }, -0.9788631379, 0.9643678863],
    adam: [{ lr: 0.05 }, -0.9076330091, 0.8290034094],
  },
  ravine: {
    sgd: [{ lr: 0.035 }, -0.2552547566, 0],
    momentum: [{ lr: 0.015 }, -0.0026645992, -0.0033794957],
    nesterov: [{ lr: 0.015 }, 0.0052252795, 0],
    adagrad: [{ lr: 1 }, -0.1262858826, 0],
    rmsprop: [{ lr: 0.05 }, -1.5841515492, 6e-10],
    adam: [{ lr: 0.3 }, -0.0580336873, 0.0006544114],
  },
} as const;

for (const [surface, rules] of Object.entries(endPoints))
  for (const [optimizer, [hyperparameters, x, y]] of Object.entries(rules))
    test(`${optimizer} on ${surface} ends where PyTorch does, to 9 digits`, () => {
      const run: RunSpec = { optimizer, convention: "pytorch", hyperparameters, number: 1 };
      const spec = { ...surfaceSpec(surface), steps: 100, runs: [run] };
      const { theta } = executeSurface(compile(spec) as SurfaceExperiment).walk(101);
      const [endX, endY] = theta!.subarray(-2);
      expect(Math.abs(endX! - x)).toBeLessThan(6e-10);
      expect(Math.abs(endY! - y)).toBeLessThan(6e-10);
    });

test("generated code and closures give the same frames bit for bit, for every rule on every surface", () => {
  let compared = 0;
  for (const [id, surface] of Object.entries(surfaces))
    for (const optimizer of Object.keys(optimizers)) {
      const spec = { ...surfaceSpec(id), noise: 0.1, steps: 40, runs: [runOn(surface, optimizer, 1)] };
      const experiment = compile(spec) as SurfaceExperiment;
      const generated = framesOf(experiment, generateWalker);
      expect(framesOf(experiment, closureWalker)).toEqual(generated);
      compared++;
    }
  expect(compared).toBe(Object.keys(surfaces).length * Object.keys(optimizers).length);
});

test("a rule may assign a name of its own twice", () => {
  const { objective, noise } = compile(surfaceSpec("ravine")) as SurfaceExperiment;
  const rule = compileRule("a = g * 0.5\na = a * 2\ntheta = theta - lr * a");
  const runs = [{ rule, hyperparameters: { lr: 0.01 } }];
  const experiment = {
    ...(compile(surfaceSpec("ravine")) as SurfaceExperiment),
    objective,
    noise,
    steps: 9,
    runs,
  };
  expect(framesOf(experiment, closureWalker)).toEqual(framesOf(experiment, generateWalker));
});

test("frames do not depend on how many are asked for at once", () => {
  const experiment = compile({ ...surfaceSpec("beale"), noise: 0.2, steps: 60 }) as SurfaceExperiment;
  const whole = executeSurface(experiment).walk(1000);
  expect(whole.count).toBe(61);
  const execution = executeSurface(experiment);
  const parts = [1, 7, 30, 100].map((count) => execution.walk(count));
  expect(parts.map(({ count }) => count)).toEqual([1, 7, 30, 23]);
  const secondRun = parts.flatMap(({ theta, count }) => [...theta!.subarray(2 * count)]);
  expect(secondRun).toEqual([...whole.theta!.subarray(2 * 61)]);
});

test("the last frame is recorded and not stepped from", () => {
  const experiment = compile({ ...surfaceSpec("ravine"), steps: 1 }) as SurfaceExperiment;
  const { theta, count } = executeSurface(experiment).walk(5);
  expect(count).toBe(2);
  expect([...theta!.subarray(0, 4)]).toEqual([-9, 2, -9 + 0.015 * 9, 2 - 0.015 * 100]);
});

function framesOf(
  { objective, runs, noise, steps }: SurfaceExperiment,
  make: (...a: Parameters<typeof generateWalker>) => Walker,
) {
  const { rule, hyperparameters } = runs[0]!;
  const count = steps + 1;
  const frames = {
    loss: new Float64Array(count),
    theta: new Float64Array(2 * count),
    gradient: new Float64Array(2 * count),
  };
  make(
    objective,
    rule,
  )({
    ...frames,
    position: Float64Array.of(0.3, -0.7),
    state: new Float64Array(2 * rule.state.length),
    hyperparameters: rule.hyperparameters.map((name) => hyperparameters[name]!),
    constants: [...objective.parameters, ...objective.constants].map((_, i) => 0.5 + i / 10),
    noise,
    first: 0,
    count,
    steps,
  });
  return frames;
}
