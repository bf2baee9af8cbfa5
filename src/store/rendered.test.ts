import { describe, expect, test, vi } from "vitest";
import { createRendered } from "./rendered";
import { createRavineStore } from "./store";

describe("what the page renders", () => {
  test("a slider's move and its paths are told in one go", () => {
    const { store, rendered, told } = createPage();
    const before = rendered.getState();
    const spec = { ...before.spec, seed: 2 };
    rendered.withPaths(() => store.setState({ spec }));
    store.setState({ playback: { ...before.playback, step: 3 } });
    expect(rendered.getState()).toBe(before);
    store.setState({ recordedSpec: spec });
    expect(told).toEqual([[2, 3]]);
    expect(rendered.getState()).toBe(store.getState());
  });

  test("a move whose paths are long in coming is told without them, and once", () => {
    vi.useFakeTimers();
    const { store, rendered, told } = createPage();
    rendered.withPaths(() => store.setState({ spec: { ...store.getState().spec, seed: 2 } }));
    vi.advanceTimersByTime(40);
    expect(told).toEqual([[2, 0]]);
    vi.useRealTimers();
  });

  test("a move that failed, or that changed nothing, waits for nothing", () => {
    const { store, rendered, told } = createPage();
    rendered.withPaths(() => undefined);
    store.setState({ branchAt: 1 });
    expect(told).toHaveLength(1);
    rendered.withPaths(() => store.setState({ spec: { ...store.getState().spec, seed: 2 } }));
    expect(told).toHaveLength(1);
    store.setState({ execution: { status: "failed", message: "no" } });
    expect(told).toHaveLength(2);
  });

  test("any other change is told at once", () => {
    const { store, told } = createPage();
    store.setState({ spec: { ...store.getState().spec, seed: 2 } });
    expect(told).toEqual([[2, 0]]);
  });
});

/** A store all of whose paths are there, and what its page was told: seed and step. */
function createPage() {
  const store = createRavineStore();
  store.setState(({ spec }) => ({ recordedSpec: spec }));
  const rendered = createRendered(store);
  const told: (readonly [number, number])[] = [];
  rendered.subscribe(({ spec, playback }) => told.push([spec.seed, playback.step]));
  return { store, rendered, told };
}
