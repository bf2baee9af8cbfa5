import { describe, expect, it, test } from "vitest";
import { formulationOf } from "../optimizers/optimizer";
import { optimizers } from "../optimizers/index";
import { ravine } from "../surfaces/ravine";
import { ownOptimizer } from "./own-optimizer";
import { numbersOf, ruleStarts, untypableRules } from "./rule-starts";
import { valuesOf } from "./spec";
import { runOn } from "./usual-spec";

describe.each(ruleStarts.map((start) => [start.name, start] as const))("%s as a start", (_, start) => {
  const { hyperparameters } = ownOptimizer({ name: "mine", update: start.update });

  it("has the names of the rule it is taken from, and walks with its numbers", () => {
    const rule = formulationOf(optimizers[start.id], start.convention);
    const run = runOn(ravine, start.id, 1, start.convention);
    expect(valuesOf(hyperparameters, numbersOf(start, ravine))).toEqual(
      valuesOf(rule.hyperparameters, run.hyperparameters),
    );
  });

  it("begins no line with a blank", () => expect(start.update).not.toMatch(/^\s|\n\s|\s$/));
});

test("rules whose state starts from something else than 0 are no starts", () => {
  const names = ruleStarts.map(({ name }) => name);
  expect(names).toContain("Adam, Keras");
  expect(untypableRules).toContain(optimizers.rprop.name);
  expect(untypableRules.filter((name) => names.includes(name))).toEqual([]);
});
