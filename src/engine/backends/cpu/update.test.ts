import { afterEach, expect, test, vi } from "vitest";
import { composed } from "../../../experiment/composed-rule";
import { randomOf } from "../../../experiment/random";
import { compileRule, type Rule } from "../../../experiment/rule";
import { runOn, surfaceSpec } from "../../../experiment/usual-spec";
import { modifiers } from "../../../modifiers/index";
import { optimizers } from "../../../optimizers/index";
import { conventionsOf, type Optimizer } from "../../../optimizers/optimizer";
import { schedules } from "../../../schedules/index";
import { surfaces } from "../../../surfaces/index";
import { budgeted, compile } from "../../compile";
import { firstState } from "../first-state";
import { perStepOf } from "../per-step";
import { closureUpdate, firstStates, generateUpdate, updateOf, type Update } from "./update";

const parameters = 40;
const steps = 12;

afterEach(() => vi.unstubAllGlobals());

const formulations = Object.entries<Optimizer>(optimizers).flatMap(([id, optimizer]) =>
  conventionsOf(optimizer).map((convention) => ({ id, convention })),
);

test.each(formulations)("$id as $convention writes it does in generated code what its closures say", (of) =>
  expectSame(runOn(surfaces.ravine, of.id, 1, of.convention)),
);

test.each(Object.keys(schedules))("a rule with the schedule %s does what its closures say", (id) => {
  expectSame({ ...runOn(surfaces.ravine, "momentum", 1), schedule: { id, parameters: {} } });
});

test.each(Object.keys(optimizers))("%s with every modifier does what its closures say", (id) => {
  const run = runOn(surfaces.ravine, id, 1);
  const values = Object.fromEntries(Object.entries(modifiers).map(([name, { value }]) => [name, value]));
  expectSame({ ...run, hyperparameters: { ...run.hyperparameters, ...values, clipNorm: 0.7 } });
});

test("the norm is that of the whole penalised gradient, before any clipping", () => {
  const rule = compileRule(composed({ update: "theta = theta - lr * g" }, undefined, ["l2", "clipNorm"]));
  const hyperparameters: Record<string, number> = { lr: 1, l2: 10, clipNorm: 1 };
  const given = rule.hyperparameters.map((name) => hyperparameters[name]!);
  for (const make of [generateUpdate, closureUpdate]) {
    const theta = Float64Array.of(0.1, 0.2);
    const gradient = Float64Array.of(2, 2);
    make(rule)({ theta, gradient, state: [], hyperparameters: given, perStep: [], t: 1, loss: 0 });
    // The gradient with its penalty is (3, 4), of length 5.
    expect(theta[0]).toBeCloseTo(0.1 - 3 / 5, 12);
    expect(theta[1]).toBeCloseTo(0.2 - 4 / 5, 12);
  }
});

test("where code may not be generated the closures run", () => {
  vi.stubGlobal("Function", function () {
    throw new EvalError("Refused to evaluate a string as JavaScript");
  });
  const rule = compileRule(composed({ update: "theta = theta - 3.25 * g" }));
  expect(() => generateUpdate(rule)).toThrow(EvalError);
  const theta = Float64Array.of(1);
  const gradient = Float64Array.of(2);
  updateOf(rule)({ theta, gradient, state: [], hyperparameters: [], perStep: [], t: 1, loss: 0 });
  expect(theta[0]).toBe(1 - 3.25 * 2);
});

test("the state starts as the rule says for each parameter", () => {
  for (const id of Object.keys(optimizers)) {
    const { rule, hyperparameters } = compile({
      ...surfaceSpec("ravine"),
      runs: [runOn(surfaces.ravine, id, 1)],
    }).runs[0]!;
    const theta = Float64Array.of(-1, 0, 2);
    const found = firstStates(rule, hyperparameters, theta);
    theta.forEach((value, i) =>
      expect(found.map((values) => values[i])).toEqual(firstState(rule, hyperparameters, value)),
    );
  }
});

/** Some steps of a run over random gradients and losses, in generated code and in closures. */
function expectSame(run: Parameters<typeof compile>[0]["runs"][number]) {
  const [compiled] = compile({ ...surfaceSpec("ravine"), runs: [run] }).runs;
  const { rule, hyperparameters } = budgeted(compiled!, steps);
  const [generated, expected] = [generateUpdate, closureUpdate].map((make) =>
    walked(rule, hyperparameters, make(rule)),
  );
  expect(generated!.length).toBe((1 + rule.state.length) * parameters);
  generated!.forEach((value, i) => {
    expect(Number.isFinite(value)).toBe(true);
    expect(Math.abs(value - expected![i]!)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected![i]!)));
  });
}

function walked(rule: Rule, hyperparameters: Readonly<Record<string, number>>, update: Update): number[] {
  const random = randomOf(5, "update");
  const theta = Float64Array.from({ length: parameters }, () => random.normal());
  const state = firstStates(rule, hyperparameters, theta);
  const given = rule.hyperparameters.map((name) => hyperparameters[name]!);
  for (let t = 1; t <= steps; t++) {
    // A pixel that is paper in the whole batch has no gradient.
    const gradient = Float64Array.from({ length: parameters }, (_, i) => (i % 3 ? random.normal() : 0));
    const perStep = perStepOf(rule, hyperparameters, t, 1);
    update({ theta, gradient, state, hyperparameters: given, perStep, t, loss: 1 + random.uniform() });
  }
  return [theta, ...state].flatMap((values) => [...values]);
}
