import { expect, test } from "vitest";
import { modifiers } from "../modifiers/index";
import { freeRuleName, ownOptimizer, refusalOfName } from "./own-optimizer";

test("a new rule takes the first name that is free, and one that a rule may have", () => {
  expect(freeRuleName([])).toBe("Your rule");
  expect(freeRuleName([{ name: "Your rule" }, { name: "Your rule 3" }])).toBe("Your rule 2");
  expect(refusalOfName(freeRuleName([{ name: "Your rule" }]))).toBeUndefined();
});

test("free names become hyperparameters, meant as they are usually meant, rates first", () => {
  const { hyperparameters } = ownOptimizer({
    name: "mine",
    update: "m = beta1 * m + k * g; theta = theta - lr * m / (abs(m) + eps)",
  });
  expect(Object.keys(hyperparameters)).toEqual(["lr", "beta1", "k", "eps"]);
  expect(hyperparameters.lr).toMatchObject({ scale: "log", value: 0.01 });
  expect(hyperparameters.beta1).toMatchObject({ scale: "decay", value: 0.9 });
  expect(hyperparameters.k).toMatchObject({ word: "k", scale: "linear" });
});

test("names that stand around every rule cannot be a rule's own", () => {
  for (const name of [...Object.keys(modifiers), "lr_t", "g_norm", "loss_t", "steps", "schedule_last"])
    expect(() => ownOptimizer({ name: "mine", update: `theta = theta - ${name} * g` }), name).toThrow(name);
});
