import { describe, expect, test } from "vitest";
import { isSurfaceSpec } from "../experiment/spec";
import { openingSpec } from "../experiment/usual-spec";
import { parseLink } from "./parse-link";

// Conventions, schedules, modifiers and formulas as a hand or a stranger may have written them.

test("a link's rule, surface, schedule and modifiers read as written", () => {
  const { spec, problems } = parseLink(
    "surface=custom(a=2)&value=a*x^4 - 3*x^2 + y^2&domain=-2,2,-1,1&rule=mine:m = k*m + g; theta = theta - lr*sign(m)" +
      "&run=mine(lr=0.02,k=0.5,clip=1)&run=rmsprop@keras(schedule=step(factor=0.5),l2=0.01)&run=adam(schedule=constant)",
  );
  expect(problems).toEqual([]);
  expect(spec).toMatchObject({
    surface: "custom",
    value: "a*x^4 - 3*x^2 + y^2",
    parameters: { a: 2 },
    domain: { x: [-2, 2], y: [-1, 1] },
    rules: [{ name: "mine", update: "m = k*m + g; theta = theta - lr*sign(m)" }],
    runs: [
      { optimizer: "mine", hyperparameters: { lr: 0.02, k: 0.5, clip: 1 } },
      {
        optimizer: "rmsprop",
        convention: "keras",
        hyperparameters: { l2: 0.01 },
        schedule: { id: "step", parameters: { factor: 0.5 } },
      },
      { optimizer: "adam" },
    ],
  });
  expect(spec.runs[2]).not.toHaveProperty("schedule");
});

describe("what cannot be used names its field and place, and the page still comes up", () => {
  const cases: [hash: string, message: RegExp][] = [
    [
      "rule=mine:theta = theta - lr * g * constructor",
      /rule "mine": line 1, column 26: "constructor" is a reserved/,
    ],
    ["rule=mine:theta = theta - window * g", /rule "mine": line 1, column 17: "window" is a reserved/],
    ["rule=mine:theta = 1/0", /rule "mine": line 1, column 10: 1 \/ 0 has no value/],
    ["rule=mine:m = g", /rule "mine": a rule must assign theta/],
    ["rule=mine:theta = theta - clip * g", /rule "mine": line 1, column 17: "clip" is a modifier/],
    ["rule=mine:theta = theta - lr_t * g", /rule "mine": line 1, column 17: "lr_t" has a meaning of its own/],
    ["rule=mine:g = 2 * g; theta = theta - g", /rule "mine": line 1, column 1: "g" is given/],
    [`rule=mine:theta = ${"(".repeat(500)}g`, /rule "mine": line 1, column \d+: nested more than/],
    ["rule=adam:theta = theta - g", /rule "adam": there is an optimizer called adam already/],
    ["rule=a%2Cb:theta = theta - g", /a rule's name is a letter/],
    ["rule=__proto__:theta = theta - g", /a rule's name is a letter/],
    ["rule=x:theta = theta - g&rule=x:theta = theta - 2*g", /two rules of this name/],
    ["rule=theta = theta - g", /rule must read name:<update rule>/],
    ["run=constructor", /unknown optimizer: "constructor"/],
    ["run=sgd@keras", /sgd has no convention "keras", only pytorch/],
    ["run=adam@toString", /adam has no convention "toString"/],
    ["run=adam(clip=0)", /clip must be above 0/],
    ["run=adam(clip=x)", /clip must be a number, not "x"/],
    ["run=adam(__proto__=1)", /adam has no hyperparameter "__proto__"/],
    ["run=adam(schedule=valueOf)", /unknown schedule: "valueOf"/],
    ["run=adam(schedule=step(factor=2))", /schedule step: factor must be a number from 0 to 1/],
    ["run=adam(schedule=step(gamma=2))", /schedule step has no parameter "gamma"/],
    ["rule=k:theta = theta - g&run=k(schedule=cosine)", /the schedule changes lr, and this rule has no lr/],
    ["surface=custom", /value needs a formula in x and y/],
    ["surface=custom&value=x^2 + window", /value line 1, column 7: "window" is a reserved/],
    ["surface=custom&value=1/0", /value line 1, column 2: 1 \/ 0 has no value/],
    ["surface=custom&value=x^2&domain=1,0,0,1", /domain needs four numbers/],
    ["surface=custom&value=a*b*c*d*e*f1*k*l*m*x", /at most 8 names/],
    ["surface=ravine&value=x^2", /value belongs to surface=custom/],
    ["network=mnist-mlp&value=x^2", /value says nothing of a network/],
  ];
  test.each(cases)("%s", (hash, message) => {
    const { spec, problems } = parseLink(hash);
    expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
    expect(problems.every(({ field }) => field.length > 0)).toBe(true);
    expect(spec.runs.length + (isSurfaceSpec(spec) ? 1 : 0)).toBeGreaterThan(0);
    expect(Object.getPrototypeOf(spec)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("clip");
  });
});

test("a link with an unreadable surface shows the opening's, and one with an unreadable rule its other runs", () => {
  expect(parseLink("surface=custom&value=x^^2").spec).toMatchObject({ surface: openingSpec().surface });
  const { spec } = parseLink("rule=mine:theta = oops(&run=mine(lr=1)&run=sgd");
  expect(spec.runs.map(({ optimizer }) => optimizer)).toEqual(["sgd"]);
});
