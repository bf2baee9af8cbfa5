import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { actionsOf } from "./actions";
import { keepHistory } from "./history";
import { createRavineStore } from "./store";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("takes every change back, in turn, and makes it again", () => {
  const { store, actions, history, spec } = open();
  const first = spec();
  actions.setStart([1, 1]);
  actions.addRun("adam");
  const last = spec();
  history.undo();
  expect(spec().runs).toHaveLength(2);
  expect(spec()).toMatchObject({ start: [1, 1] });
  history.undo();
  expect(spec()).toBe(first);
  expect(store.getState()).toMatchObject({ canUndo: false, canRedo: true });
  history.undo();
  expect(spec()).toBe(first);
  history.redo();
  history.redo();
  expect(spec()).toBe(last);
  expect(store.getState()).toMatchObject({ canUndo: true, canRedo: false });
});

it("tells two changes of one thing apart that follow each other at once, where it is told to", () => {
  const { actions, history, spec } = open();
  const rates = () => spec().runs.map(({ hyperparameters }) => hyperparameters.lr);
  actions.setRateOfAll(0.01);
  history.settle();
  actions.setRateOfAll(0.02);
  expect(rates()).toEqual([0.02, 0.02]);
  history.undo();
  expect(rates()).toEqual([0.01, 0.01]);
});

it("takes a drag back in one step, and two sliders in two", () => {
  const { actions, history, spec } = open();
  const rate = (run: number) => spec().runs[run]!.hyperparameters.lr;
  const before = [rate(0), rate(1)];
  for (const lr of [0.01, 0.02, 0.03]) actions.setHyperparameter(0, "lr", lr);
  for (const lr of [0.1, 0.2]) actions.setHyperparameter(1, "lr", lr);
  history.undo();
  expect([rate(0), rate(1)]).toEqual([0.03, before[1]]);
  history.undo();
  expect([rate(0), rate(1)]).toEqual(before);
});

it("knows that a drag's last event, which sets what is set already, changes nothing", () => {
  const { store, actions, history, spec } = open();
  const first = spec();
  actions.setHyperparameter(0, "lr", 0.02);
  vi.advanceTimersByTime(1000);
  actions.setHyperparameter(0, "lr", 0.02);
  history.undo();
  expect(spec()).toEqual(first);
  expect(store.getState()).toMatchObject({ canUndo: false, canRedo: true });
});

it("takes a drag back in one step, however slowly its moves come", () => {
  let isHeld = true;
  const { actions, history, spec } = open(() => isHeld);
  const before = spec().runs[0]!.hyperparameters.lr;
  actions.setHyperparameter(0, "lr", 0.02);
  vi.advanceTimersByTime(5000);
  actions.setHyperparameter(0, "lr", 0.03);
  isHeld = false;
  history.undo();
  expect(spec().runs[0]!.hyperparameters.lr).toBe(before);
});

it("takes two drags of one slider back in two steps where there was a rest between them", () => {
  const { actions, history, spec } = open();
  actions.setHyperparameter(0, "lr", 0.02);
  vi.advanceTimersByTime(1000);
  actions.setHyperparameter(0, "lr", 0.03);
  history.undo();
  expect(spec().runs[0]!.hyperparameters.lr).toBe(0.02);
});

it("forgets what was taken back once something else is changed", () => {
  const { store, actions, history, spec } = open();
  actions.addRun("adam");
  history.undo();
  actions.addRun("sgd");
  expect(store.getState().canRedo).toBe(false);
  history.redo();
  expect(spec().runs.at(-1)!.optimizer).toBe("sgd");
});

it("says nothing of the view and the cursor: they are not what is computed", () => {
  const { store, actions } = open();
  actions.setView({ layout: "overlay" });
  actions.setSpeed(2);
  expect(store.getState().canUndo).toBe(false);
});

function open(isHeld?: () => boolean) {
  const store = createRavineStore();
  return {
    store,
    actions: actionsOf(store),
    history: keepHistory(store, isHeld),
    spec: () => store.getState().spec,
  };
}
