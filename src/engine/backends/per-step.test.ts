import { expect, test } from "vitest";
import { compileObjective } from "../compile";
import { compileRule } from "../../experiment/rule";
import { composed } from "../../experiment/composed-rule";
import { constantsOf, perStepOf } from "./per-step";

test("what a rule needs once a step is computed in float64, for any window of steps", () => {
  const rule = compileRule(
    composed({
      update: "v = beta2 * v + (1 - beta2) * g^2\ntheta = theta - lr * g / sqrt(v / (1 - beta2^t))",
    }),
  );
  const steps = [...perStepOf(rule, { beta2: 0.999, lr: 1 }, 1, 5000)];
  expect(rule.perStep).toHaveLength(2);
  for (const t of [1, 2, 5000]) {
    expect(steps[2 * (t - 1)]).toBe(1 - 0.999);
    expect(steps[2 * (t - 1) + 1]).toBe(1 - 0.999 ** t);
  }
  expect([...perStepOf(rule, { beta2: 0.999, lr: 1 }, 4999, 2)]).toEqual(steps.slice(-4));
});

test("other hyperparameters give other values, though the formula is evaluated by the same closures", () => {
  const rule = compileRule(composed({ update: "theta = theta - (lr / sqrt(t)) * g" }));
  expect([...perStepOf(rule, { lr: 1 }, 4, 1)]).toEqual([0.5]);
  expect([...perStepOf(rule, { lr: 3 }, 4, 1)]).toEqual([1.5]);
});

test("a rule without such values has an empty table", () => {
  expect(
    perStepOf(compileRule(composed({ update: "theta = theta - lr * g" })), { lr: 1 }, 1, 10),
  ).toHaveLength(0);
});

test("a surface's constants come from its parameters", () => {
  const objective = compileObjective("x * cos(phi) + y * sin(phi) + phi", ["phi"]);
  expect(Object.values(constantsOf(objective, { phi: 2 }))).toEqual([Math.cos(2), Math.sin(2)]);
  expect(constantsOf(compileObjective("x + y", []), {})).toEqual({});
});
