import { expect, test } from "vitest";
import { randomOf } from "../../../../experiment/random";
import type { RunSpec } from "../../../../experiment/spec";
import { runOn, surfaceSpec } from "../../../../experiment/usual-spec";
import { modifiers } from "../../../../modifiers/index";
import { optimizers } from "../../../../optimizers/index";
import { conventionsOf, type Optimizer } from "../../../../optimizers/optimizer";
import { schedules } from "../../../../schedules/index";
import { surfaces } from "../../../../surfaces/index";
import { budgeted, compile, type CompiledRun } from "../../../compile";
import { perStepOf } from "../../per-step";
import { closureUpdate, firstStates } from "../update";
import { ruleCalls } from "./modules";
import { bytesOfRun, runInMemory } from "./run-in-memory";
import { stateBytes } from "./update";

const steps = 12;

const formulations = Object.entries<Optimizer>(optimizers).flatMap(([id, optimizer]) =>
  conventionsOf(optimizer).map((convention) => ({ id, convention })),
);

test.each(formulations)(
  "$id as $convention writes it moves as its closures do, to float32's rounding",
  (of) => expectSame(runOn(surfaces.ravine, of.id, 1, of.convention)),
);

test.each(Object.keys(schedules))("a rule with the schedule %s moves as its closures do", (id) =>
  expectSame({ ...runOn(surfaces.ravine, "momentum", 1), schedule: { id, parameters: {} } }),
);

test.each(Object.keys(optimizers))("%s with every modifier moves as its closures do", (id) => {
  const run = runOn(surfaces.ravine, id, 1);
  const values = Object.fromEntries(Object.entries(modifiers).map(([name, { value }]) => [name, value]));
  return expectSame({ ...run, hyperparameters: { ...run.hyperparameters, ...values, clipNorm: 0.7 } });
});

test.each([1, 2, 3, 4, 5, 7])(
  "of %d parameters each is moved, and nothing beside them",
  async (parameters) => {
    const { run, memory, gradient } = await opened(compiled(runOn(surfaces.ravine, "adam", 1)), parameters);
    run.stand(Float32Array.from({ length: parameters }, (_, i) => i + 1));
    new Float32Array(memory.buffer, gradient, parameters).fill(1);
    const before = new Float32Array(memory.buffer).slice();
    run.move(gradient, 1, 0);
    const changed = [...new Float32Array(memory.buffer).keys()].filter(
      (i) => new Float32Array(memory.buffer)[i] !== before[i],
    );
    const arrays = [0, 1, 2].flatMap((k) =>
      Array.from({ length: parameters }, (_, i) => (run.theta + k * stateBytes(parameters)) / 4 + i),
    );
    expect(changed.filter((i) => 4 * i < run.theta + 3 * stateBytes(parameters))).toEqual(arrays);
  },
);

test("the gradient's norm is that of the parameters alone, and does not overflow", async () => {
  const { run, memory, gradient } = await opened(
    compiled({ ...runOn(surfaces.ravine, "sgd", 1), hyperparameters: { lr: 1, clipNorm: 1, l1: 1 } }),
    5,
  );
  // Beyond the parameters lies what must not count.
  new Float32Array(memory.buffer, run.theta, 8).fill(1);
  const g = new Float32Array(memory.buffer, gradient, 8).fill(1e30);
  g.fill(-1, 0, 5);
  g[0] = 3e30;
  g[1] = 4e30;
  run.move(gradient, 1, 0);
  expect(run.parameters()[0]).toBeCloseTo(1 - 0.6, 6);
  expect(run.parameters()[1]).toBeCloseTo(1 - 0.8, 6);
  expect(run.parameters()[4]).toBe(1);
});

test("state that fades becomes 0 before numbers grow so tiny that they are slow", async () => {
  const { run, memory, gradient } = await opened(compiled(runOn(surfaces.ravine, "adam", 1)), 8);
  new Float32Array(memory.buffer, gradient, 8).fill(1e-3);
  run.move(gradient, 1, 0);
  new Float32Array(memory.buffer, gradient, 8).fill(0);
  const m = () => run.standing()[8]!;
  const met = Array.from({ length: 1000 }, (_, i) => {
    run.move(gradient, i + 2, 0);
    return m();
  });
  expect(met.at(-1)).toBe(0);
  expect(Math.min(...met.filter((value) => value > 0))).toBeGreaterThanOrEqual(2 ** -126);
});

const compiled = (run: RunSpec): CompiledRun =>
  budgeted(compile({ ...surfaceSpec("ravine"), runs: [run] }).runs[0]!, steps);

async function opened(run: CompiledRun, parameters: number) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const gradient = 16;
  const theta = gradient + stateBytes(parameters);
  expect(theta + bytesOfRun(run, parameters)).toBeLessThan(65536);
  const calls = await ruleCalls(run.rule, parameters, memory);
  return { run: runInMemory(run, parameters, theta, memory, calls), memory, gradient };
}

/** Some steps over random gradients and losses; each begins where the float32 one stands, so that errors do not add up. */
async function expectSame(spec: RunSpec) {
  const of = compiled(spec);
  const { rule, hyperparameters } = of;
  const parameters = 41;
  const { run, memory, gradient } = await opened(of, parameters);
  const random = randomOf(5, "update");
  const start = Float32Array.from({ length: parameters }, () => random.normal());
  run.stand(start);
  expect([...run.standing()]).toEqual(
    [start, ...firstStates(rule, hyperparameters, Float64Array.from(start))].flatMap((a) => [
      ...Float32Array.from(a),
    ]),
  );
  const update = closureUpdate(rule);
  const given = rule.hyperparameters.map((name) => hyperparameters[name]!);
  for (let t = 1; t <= steps; t++) {
    const before = Float64Array.from(run.standing());
    const [theta, ...state] = ["theta", ...rule.state].map((_, i) =>
      before.subarray(i * parameters, (i + 1) * parameters),
    );
    // A pixel that is paper in the whole batch has no gradient.
    const g = Float32Array.from({ length: parameters }, (_, i) => (i % 3 ? random.normal() : 0));
    const loss = 1 + random.uniform();
    new Float32Array(memory.buffer, gradient, parameters).set(g);
    run.move(gradient, t, loss);
    const perStep = perStepOf(rule, hyperparameters, t, 1);
    update({
      theta: theta!,
      gradient: Float64Array.from(g),
      state,
      hyperparameters: given,
      perStep,
      t,
      loss,
    });
    run.standing().forEach((value, i) => {
      expect(Number.isFinite(value)).toBe(true);
      // Sums of numbers near 1 lose what is below 6e-8 each.
      expect(Math.abs(value - before[i]!), `number ${i} at step ${t}`).toBeLessThan(
        2e-6 * Math.max(1, Math.abs(before[i]!)),
      );
    });
  }
}
