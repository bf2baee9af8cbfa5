import { describe, expect, it, test } from "vitest";
import { problemOf } from "../experiment/problem";
import { customSurface, isSurfaceSpec, type SurfaceSpec } from "../experiment/spec";
import { ruleStarts } from "../experiment/rule-starts";
import { surfaceSpec } from "../experiment/usual-spec";
import { actionsOf } from "./actions";
import { createRavineStore } from "./store";
import { parseLink } from "./parse-link";
import { specLink } from "./write-link";

const unreadable = {
  nothing: "",
  "no theta": "m = g",
  "a division by zero": "theta = theta - g * (1/0)",
  "a name of the page": "theta = theta - window * g",
  "a name of every object": "theta = theta - constructor * g",
  "a name of WGSL": "theta = theta - vec3 * g",
  "a name of JavaScript": "theta = theta - eval * g",
  "10,000 brackets": `theta = ${"(".repeat(10_000)}g${")".repeat(10_000)}`,
  "an unknown function": "theta = theta - sqr(g)",
  "half a line": "theta = theta - ",
};

describe("a visitor's rule", () => {
  it("begins as gradient descent with a run of its own, at the rate worth watching here", () => {
    const { actions, spec, editing } = open();
    actions.openRules();
    expect(spec().rules).toEqual([{ name: "Your rule", update: "theta = theta - lr * g" }]);
    expect(spec().runs.at(-1)).toMatchObject({
      optimizer: "Your rule",
      hyperparameters: { lr: 0.035 },
      number: 3,
    });
    expect(editing()).toMatchObject({ kind: "rule", name: "Your rule", text: "theta = theta - lr * g" });
  });

  it("runs with every key that leaves it readable", () => {
    const { actions, spec } = open();
    actions.openRules();
    actions.writeRule("theta = theta - lr * sign(g)");
    expect(spec().rules[0]!.update).toBe("theta = theta - lr * sign(g)");
  });

  for (const [what, text] of Object.entries(unreadable))
    it(`keeps running as it was while there is ${what}, and the text stays in the editor`, () => {
      const { actions, spec, editing } = open();
      actions.openRules();
      const before = spec();
      actions.writeRule(text);
      expect(spec()).toBe(before);
      expect(editing()).toMatchObject({ text });
      actions.closeEditor();
      actions.openRules();
      expect(editing()).toMatchObject({ text });
      expect(spec()).toBe(before);
    });

  it("finds the number of a name again that was typed over, and leaves none in the link that it has not", () => {
    const { actions, spec } = open();
    actions.openRules();
    actions.setHyperparameter(2, "lr", 0.2);
    actions.writeRule("theta = theta - l * g");
    expect(spec().runs[2]!.hyperparameters).toEqual({});
    expect(parseLink(specLink(spec())).problems).toEqual([]);
    actions.writeRule("theta = theta - lr * sign(g)");
    expect(spec().runs[2]!.hyperparameters).toEqual({ lr: 0.2 });
  });

  it("finds no number again that something else than typing has done away with", () => {
    const { actions, spec } = open();
    const lastNumbers = () => spec().runs.at(-1)!.hyperparameters;
    actions.openRules();
    actions.setHyperparameter(2, "lr", 0.5);
    actions.writeRule("theta = theta - lr * g ");
    actions.removeRun(2);
    actions.addRun("Your rule");
    actions.setHyperparameter(2, "lr", 0.02);
    actions.writeRule("theta = theta - lr * g");
    expect(lastNumbers()).toEqual({ lr: 0.02 });
    actions.removeRun(2);
    actions.addRun("Your rule");
    actions.writeRule("theta = theta - lr * g ");
    expect(lastNumbers()).toEqual({});

    actions.writeRule("b = momentum * b + g\ntheta = theta - lr * b");
    actions.setHyperparameter(2, "momentum", 0.5);
    actions.writeRule("b = momentum * b + g\ntheta = theta - lr * b ");
    actions.startRuleFrom(start("Momentum"));
    const started = lastNumbers();
    expect(started).not.toHaveProperty("momentum");
    actions.writeRule(start("Momentum").update + " ");
    expect(lastNumbers()).toEqual(started);
  });

  it("started from another keeps its modifiers, and its schedule where there is a rate", () => {
    const { actions, spec } = open();
    actions.openRules();
    actions.setModifier(2, "clip", 1);
    actions.setSchedule(2, { id: "cosine", parameters: {} });
    actions.startRuleFrom(start("Adam"));
    expect(spec().runs[2]).toMatchObject({
      schedule: { id: "cosine" },
      hyperparameters: { lr: 0.3, clip: 1 },
    });
  });

  it("is put back with its numbers, under the name it has now; all else that was changed stays", () => {
    const { actions, spec, editing } = open();
    actions.openRules();
    actions.writeRule("theta = theta - lr * sign(g)");
    actions.setHyperparameter(2, "lr", 0.2);
    const runs = spec().runs.slice(2);
    const update = "theta = theta - lr * sign(g)";
    const text = "theta = theta - lr * sign(g";
    actions.writeRule(text);
    actions.startRuleFrom(start("Adam"));
    actions.renameRule("Mine");
    actions.setStart([1, 1]);
    actions.setModifier(2, "clip", 1);
    actions.putRuleBack({ text, update, from: undefined, runs });
    expect(spec()).toMatchObject({ start: [1, 1], rules: [{ name: "Mine", update }] });
    expect(spec().runs[2]).toMatchObject({ optimizer: "Mine", hyperparameters: { lr: 0.2, clip: 1 } });
    expect(editing()).toEqual({ kind: "rule", name: "Mine", text });
    actions.closeEditor();
    actions.openRules();
    expect(editing()).toMatchObject({ text });
  });

  it("yet to be written takes a run's place in one change, at the rate worth watching here", () => {
    const { store, actions, spec, editing } = open();
    actions.setModifier(1, "clip", 1);
    let changes = 0;
    store.subscribe(() => changes++);
    actions.newRule(1);
    expect(changes).toBe(1);
    expect(editing()).toMatchObject({ name: "Your rule" });
    expect(spec().runs).toHaveLength(2);
    expect(spec().runs[1]).toMatchObject({
      optimizer: "Your rule",
      hyperparameters: { lr: 0.035, clip: 1 },
      number: 2,
    });
  });

  it("renamed on a network is found again on the surfaces with its run, and the other way round", () => {
    const { actions, spec } = open();
    const names = () => spec().runs.map(({ optimizer }) => optimizer);
    actions.openRules();
    actions.showNetworks();
    actions.renameRule("Mine");
    actions.showSurfaces();
    expect(names()).toEqual(["momentum", "rmsprop", "Mine"]);
    actions.openRules();
    actions.renameRule("Yours");
    actions.showNetworks();
    expect(names()).toEqual(["momentum", "rmsprop", "Yours"]);
  });

  it("keeps a modifier, and a schedule as long as it has a rate", () => {
    const { actions, spec } = open();
    actions.openRules();
    actions.setModifier(2, "clip", 1);
    actions.setSchedule(2, { id: "cosine", parameters: {} });
    actions.writeRule("theta = theta - lr * sign(g)");
    expect(spec().runs[2]).toMatchObject({ schedule: { id: "cosine" }, hyperparameters: { clip: 1 } });
    actions.writeRule("theta = theta - sign(g)");
    expect(spec().runs[2]!.schedule).toBeUndefined();
    expect(spec().runs[2]!.hyperparameters).toEqual({ clip: 1 });
    expect(parseLink(specLink(spec())).problems).toEqual([]);
    actions.writeRule("theta = theta - lr * sign(g)");
    expect(spec().runs[2]).toMatchObject({ schedule: { id: "cosine" }, hyperparameters: { clip: 1 } });
  });

  it("started from Adam walks as Adam, and says so when it is opened again", () => {
    const { actions, spec, editing } = open();
    actions.openRules();
    actions.startRuleFrom(start("Adam"));
    expect(spec().runs.at(-1)!.hyperparameters).toEqual({ lr: 0.3 });
    actions.closeEditor();
    actions.openRules();
    expect(editing()).toMatchObject({ from: "Adam" });
  });

  it("is renamed with its runs; a name that is taken or unreadable is refused in words", () => {
    const { actions, spec, editing } = open();
    actions.openRules();
    actions.newRule();
    expect(editing()).toMatchObject({ name: "Your rule 2" });
    const refused = (name: string) => problemOf("name", actions.renameRule(name)!).message;
    expect(refused("Your rule")).toBe("there is a rule called Your rule already");
    expect(refused("adam")).toBe("there is an optimizer called adam already");
    expect(refused("1st")).toContain("a rule's name is a letter");
    expect(actions.renameRule("Signs")).toBeUndefined();
    expect(spec().rules.map(({ name }) => name)).toEqual(["Your rule", "Signs"]);
    expect(spec().runs.at(-1)!.optimizer).toBe("Signs");
  });

  it("goes with its runs; the editor goes on with another, and shuts after the last", () => {
    const { actions, spec, editing } = open();
    actions.openRules();
    actions.newRule();
    actions.duplicateRun(3);
    actions.removeRule("Your rule 2");
    expect(spec().runs.map(({ optimizer }) => optimizer)).toEqual(["momentum", "rmsprop", "Your rule"]);
    expect(editing()).toMatchObject({ name: "Your rule" });
    actions.removeRule("Your rule");
    expect(editing()).toBeUndefined();
    expect(spec().runs).toHaveLength(2);
  });

  it("is one of eight at most, and needs no run", () => {
    const { actions, spec } = open();
    for (let k = 0; k < 10; k++) actions.newRule();
    expect(spec().rules).toHaveLength(8);
    expect(spec().runs).toHaveLength(8);
  });

  it("follows the browser's history: an older text is shown, and a rule that is gone shuts the editor", () => {
    const { store, actions, editing, spec } = open();
    const opening = spec();
    actions.openRules();
    const begun = spec();
    actions.writeRule("theta = theta - lr * sign(g)");
    actions.writeRule("theta = theta - lr * sign(g");
    store.setState({ spec: begun });
    expect(editing()).toMatchObject({ text: "theta = theta - lr * g" });
    store.setState({ spec: opening });
    expect(editing()).toBeUndefined();
  });

  it("goes along between surfaces and networks, as it is now", () => {
    const { actions, spec } = open();
    actions.openRules();
    actions.showNetworks();
    expect(spec().runs.at(-1)!.optimizer).toBe("Your rule");
    actions.writeRule("theta = theta - g / 100");
    actions.newRule();
    actions.showSurfaces();
    expect(spec().rules.map(({ update }) => update)).toEqual([
      "theta = theta - g / 100",
      "theta = theta - lr * g",
    ]);
    expect(spec().runs.map(({ hyperparameters }) => hyperparameters)).toEqual([
      { lr: 0.015 },
      { lr: 0.05 },
      {},
    ]);
    actions.removeRule("Your rule");
    actions.showNetworks();
    expect(spec().runs.map(({ optimizer }) => optimizer)).toEqual(["momentum", "rmsprop", "Your rule 2"]);
  });
});

describe("a visitor's surface", () => {
  it("begins as a copy of the present one: its formula, window, start and numbers", () => {
    const { actions, editing, surface } = open();
    actions.editSurface();
    expect(editing()).toEqual({ kind: "surface", text: "(x^2 + kappa * y^2) / 2" });
    expect(surface().surface).toBe("ravine");
    actions.writeSurface("(x^2 + kappa * y^4) / 2");
    const { domain, start, runs } = surface();
    expect(surface()).toMatchObject({
      surface: customSurface,
      value: "(x^2 + kappa * y^4) / 2",
      parameters: { kappa: 50 },
    });
    expect({ domain, start, runs }).toEqual({
      domain: { x: [-10, 10], y: [-4, 4] },
      start: [-9, 2],
      runs: surfaceSpec("ravine").runs,
    });
    expect(parseLink(specLink(surface()))).toMatchObject({ problems: [], spec: surface() });
  });

  it("chosen from the menu begins as a bowl, and is found again as it was left", () => {
    const { actions, surface, editing } = open();
    actions.chooseOwnSurface();
    expect(surface()).toMatchObject({ surface: customSurface, value: "x^2 + y^2" });
    actions.writeSurface("a * x^2 + y^4");
    actions.setParameter("a", 3);
    actions.setDomain({ x: [-2, 2], y: [-1, 1] });
    actions.chooseSurface("beale");
    expect(editing()).toMatchObject({ kind: "surface", text: expect.stringContaining("1.5") as string });
    actions.chooseOwnSurface();
    expect(surface()).toMatchObject({
      value: "a * x^2 + y^4",
      parameters: { a: 3 },
      domain: { x: [-2, 2], y: [-1, 1] },
    });
    expect(editing()).toEqual({ kind: "surface", text: "a * x^2 + y^4" });
  });

  for (const text of [
    "",
    "1/0",
    "x^2 + window",
    "constructor",
    "(".repeat(10_000),
    "x * vec2",
    "sqr(x)",
    "x = y",
  ])
    it(`stays as it was while the text is ${text.slice(0, 12) || "empty"}, and the text stays in its field`, () => {
      const { actions, surface, editing } = open();
      actions.chooseOwnSurface();
      const before = surface();
      actions.writeSurface(text);
      expect(surface()).toBe(before);
      actions.closeEditor();
      actions.editSurface();
      expect(editing()).toEqual({ kind: "surface", text });
    });

  it("finds the number of a name again that was typed over", () => {
    const { actions, surface } = open();
    actions.chooseOwnSurface();
    actions.writeSurface("a * x^2 + y^2");
    actions.setParameter("a", 3);
    actions.writeSurface("x^2 + y^2");
    expect(surface().parameters).toEqual({});
    actions.writeSurface("a * x^2 + y^2");
    expect(surface().parameters).toEqual({ a: 3 });
  });
});

test("a network has no surface to write, and shuts its field", () => {
  const { actions, editing } = open();
  actions.editSurface();
  actions.showNetworks();
  expect(editing()).toBeUndefined();
  actions.editSurface();
  actions.writeSurface("x^2");
  expect(editing()).toBeUndefined();
});

const start = (wanted: string) => ruleStarts.find(({ name }) => name === wanted)!;

function open() {
  const store = createRavineStore();
  const spec = () => store.getState().spec;
  const surface = (): SurfaceSpec => {
    const present = spec();
    if (!isSurfaceSpec(present)) throw new Error("not a surface");
    return present;
  };
  return { store, actions: actionsOf(store), spec, surface, editing: () => store.getState().editing };
}
