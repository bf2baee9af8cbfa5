import { expect, test } from "vitest";
import { runOn } from "../experiment/usual-spec";
import { resolveNetwork } from "../networks/index";
import { actionsOf } from "./actions";
import { createRavineStore, isShown } from "./store";

test("a run is hidden and shown; alone it hides the others, and once more brings them back", () => {
  const { actions, shown } = open();
  actions.toggleHidden(2);
  expect(shown()).toEqual([1]);
  actions.toggleHidden(2);
  expect(shown()).toEqual([1, 2]);
  actions.toggleAlone(2);
  expect(shown()).toEqual([2]);
  actions.toggleHidden(1);
  expect(shown()).toEqual([1, 2]);
  actions.toggleAlone(1);
  actions.toggleAlone(1);
  expect(shown()).toEqual([1, 2]);
});

test("removing a run that was alone shows the others, and a new run with its number is seen", () => {
  const { actions, shown } = open();
  actions.toggleAlone(1);
  actions.removeRun(0);
  expect(shown()).toEqual([2]);
  actions.addRun("adam");
  expect(shown()).toEqual([2, 1]);
  actions.toggleHidden(1);
  actions.removeRun(1);
  actions.addRun("adam");
  expect(shown()).toEqual([2, 1]);
});

test("a run keeps its number when others go, and a new one takes the lowest free", () => {
  const { store, actions } = open();
  actions.addRun("adam");
  actions.removeRun(0);
  expect(store.getState().spec.runs.map(({ number }) => number)).toEqual([2, 3]);
  actions.duplicateRun(0);
  expect(store.getState().spec.runs.map(({ number }) => number)).toEqual([2, 1, 3]);
});

test("a moved run keeps its number; at an end it stays where it is", () => {
  const { store, actions } = open();
  const order = () => store.getState().spec.runs.map(({ optimizer, number }) => `${number} ${optimizer}`);
  actions.addRun("adam");
  actions.moveRun(2, -1);
  expect(order()).toEqual(["1 momentum", "3 adam", "2 rmsprop"]);
  actions.moveRun(0, 1);
  expect(order()).toEqual(["3 adam", "1 momentum", "2 rmsprop"]);
  actions.moveRun(0, -1);
  actions.moveRun(2, 1);
  expect(order()).toEqual(["3 adam", "1 momentum", "2 rmsprop"]);
});

test("a run goes by the name it is given until that is emptied, or another optimizer takes its place", () => {
  const { store, actions } = open();
  const label = () => store.getState().spec.runs[0]!.label;
  actions.renameRun(0, "  Heavy  ball ");
  actions.setSchedule(0, { id: "cosine", parameters: {} });
  actions.setConvention(0, "keras");
  expect(label()).toBe("Heavy ball");
  actions.renameRun(0, " ");
  expect(store.getState().spec.runs[0]).not.toHaveProperty("label");
  actions.renameRun(0, "Heavy ball");
  actions.changeOptimizer(0, "adam");
  expect(label()).toBeUndefined();
});

test("at most eight runs", () => {
  const { store, actions } = open();
  for (let i = 0; i < 12; i++) actions.addRun("sgd");
  expect(store.getState().spec.runs).toHaveLength(8);
});

test("another surface keeps the runs and the budget, at rates worth watching there", () => {
  const { store, actions } = open();
  actions.setSurfaceSpec({ steps: 250 });
  actions.setHyperparameter(1, "rho", 0.9);
  actions.chooseSurface("rosenbrock");
  expect(store.getState().spec).toMatchObject({
    surface: "rosenbrock",
    steps: 250,
    start: [-1.2, 1],
    runs: [{ hyperparameters: { lr: 0.0005 } }, { hyperparameters: { rho: 0.9 } }],
  });
});

test("between surfaces and networks each is found again as it was left", () => {
  const { store, actions } = open();
  actions.setHyperparameter(0, "lr", 0.02);
  actions.showNetworks();
  actions.setNetworkSpec({ batch: 64, hidden: [32] });
  const network = store.getState().spec;
  actions.showSurfaces();
  expect(store.getState().spec).toMatchObject({
    surface: "ravine",
    runs: [{ hyperparameters: { lr: 0.02 } }, {}],
  });
  actions.showNetworks();
  expect(store.getState().spec).toBe(network);
});

test("another network keeps the runs, the changed settings that say something of it, and the budget", () => {
  const { store, actions } = open();
  actions.showNetworks();
  actions.setHyperparameter(1, "rho", 0.9);
  actions.setSchedule(0, { id: "cosine", parameters: {} });
  actions.setNetworkSpec({ hidden: [64], batch: 100, dropout: 0.2, images: 1000, steps: 50 });
  actions.chooseNetwork("mnist-logistic");
  expect(store.getState().spec).toMatchObject({
    ...{ network: "mnist-logistic", hidden: [], batch: 100, epochs: 5, steps: 50, images: 1000, dropout: 0 },
    runs: [{ schedule: { id: "cosine" } }, { hyperparameters: { rho: 0.9 } }],
  });
  actions.setNetworkSpec({ epochs: 3 });
  actions.chooseNetwork("mnist-cnn");
  expect(store.getState().spec).toMatchObject({ network: "mnist-cnn", hidden: [], epochs: 3, images: 1000 });
});

test("a network is chosen from a surface too, and found again as the last one", () => {
  const { store, actions } = open();
  actions.addRun("adam");
  actions.chooseNetwork("mnist-cnn");
  const network = store.getState().spec;
  const cnn = resolveNetwork("mnist-cnn");
  expect(network.runs).toEqual(["momentum", "rmsprop", "adam"].map((id, i) => runOn(cnn, id, i + 1)));
  actions.showSurfaces();
  actions.showNetworks();
  expect(store.getState().spec).toBe(network);
});

test("another optimizer keeps what is around the rule: the modifiers, and the schedule where there is a rate", () => {
  const { store, actions } = open();
  const run = () => store.getState().spec.runs[0]!;
  actions.setModifier(0, "clip", 1);
  actions.setHyperparameter(0, "momentum", 0.5);
  actions.setSchedule(0, { id: "cosine", parameters: {} });
  actions.changeOptimizer(0, "adam");
  expect(run()).toMatchObject({ optimizer: "adam", schedule: { id: "cosine" }, number: 1 });
  expect(run().hyperparameters).toEqual({ lr: 0.3, clip: 1 });
  const { spec } = store.getState();
  actions.setSpec({ ...spec, rules: [{ name: "Mine", update: "theta = theta - g / 100" }] });
  actions.changeOptimizer(0, "Mine");
  expect(run()).toEqual({
    optimizer: "Mine",
    convention: "pytorch",
    hyperparameters: { clip: 1 },
    number: 1,
  });
});

test("another convention keeps what a run was set to, where it knows it", () => {
  const { store, actions } = open();
  actions.setHyperparameter(0, "momentum", 0.5);
  actions.setConvention(0, "keras");
  expect(store.getState().spec.runs[0]).toMatchObject({
    convention: "keras",
    hyperparameters: { momentum: 0.5 },
  });
});

test("the cursor stays on what is recorded", () => {
  const { store, actions } = open();
  store.setState({ recorded: 11 });
  actions.seek(99);
  expect(store.getState().playback).toMatchObject({ step: 10, playing: false });
  actions.stepBy(-3);
  expect(store.getState().playback.step).toBe(7);
  actions.seek(-5);
  expect(store.getState().playback.step).toBe(0);
});

function open() {
  const store = createRavineStore();
  const shown = () => {
    const state = store.getState();
    return state.spec.runs.map(({ number }) => number).filter((number) => isShown(state, number));
  };
  return { store, actions: actionsOf(store), shown };
}
