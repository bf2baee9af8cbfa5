import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createClient } from "../engine/client";
import { openLoopback } from "../engine/loopback";
import { surfaceSpec } from "../experiment/usual-spec";
import { actionsOf } from "../store/actions";
import { startSession } from "../store/session";
import { createRavineStore, type State } from "../store/store";
import { releaseAfter, sleepUnseen } from "./sleep-unseen";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

it("nothing is computed, and no worker started, before it is seen", async () => {
  const { store, see, started, first, until } = open();
  store.setState({ spec: surfaceSpec("beale") });
  expect(started()).toBe(0);
  expect(first).not.toHaveBeenCalled();
  see(true);
  await until(({ execution }) => execution.status === "complete");
  expect(started()).toBe(1);
  expect(first).toHaveBeenCalledOnce();
  // What was asked for last, not what was there at first.
  expect(store.getState().recordedSpec).toMatchObject({ surface: "beale" });
});

it("out of sight it rests, and goes on where it was when it is seen again", async () => {
  const { store, actions, see, until, first } = open();
  see(true);
  await until(({ execution }) => execution.status === "complete");
  actions.play();
  see(false);
  expect(store.getState().playback.playing).toBe(false);
  see(true);
  expect(store.getState().playback.playing).toBe(true);
  actions.pause();
  see(false);
  see(true);
  expect(store.getState().playback.playing).toBe(false);
  expect(first).toHaveBeenCalledOnce();
});

it("after a while out of sight the worker is ended; what was recorded stays, and a change is computed by a new one", async () => {
  const { store, actions, see, started, ended, until } = open();
  see(true);
  await until(({ execution }) => execution.status === "complete");
  const { recording } = store.getState();
  see(false);
  vi.advanceTimersByTime(releaseAfter - 1);
  expect(ended()).toBe(0);
  vi.advanceTimersByTime(1);
  expect(ended()).toBe(1);
  see(true);
  expect(store.getState()).toMatchObject({ execution: { status: "complete" } });
  expect(store.getState().recording).toBe(recording);
  actions.setHyperparameter(0, "lr", 0.02);
  await until(({ recordedSpec, spec }) => recordedSpec === spec);
  expect(started()).toBe(2);
});

it("one that comes back in time keeps its worker", async () => {
  const { see, ended, until } = open();
  see(true);
  await until(({ execution }) => execution.status === "complete");
  see(false);
  vi.advanceTimersByTime(releaseAfter / 2);
  see(true);
  vi.advanceTimersByTime(releaseAfter);
  expect(ended()).toBe(0);
});

function open() {
  const store = createRavineStore();
  const workers: { isEnded: boolean }[] = [];
  const connect: Parameters<typeof startSession>[2] = (listener) =>
    createClient(listener, () => {
      const worker = openLoopback();
      const kept = { isEnded: false };
      workers.push(kept);
      const { terminate } = worker;
      worker.terminate = () => {
        kept.isEnded = true;
        terminate.call(worker);
      };
      return worker;
    });
  const session = startSession(store, "data/", connect, false);
  const actions = actionsOf(store);
  const first = vi.fn();
  let see: (isSeen: boolean) => void = () => undefined;
  sleepUnseen({ store, actions, session }, first, (onChange) => (see = onChange));
  const until = (holds: (state: State) => boolean) =>
    new Promise<void>((resolve) => {
      const look = (state: State) => {
        if (!holds(state)) return;
        unsubscribe();
        resolve();
      };
      const unsubscribe = store.subscribe(look);
      look(store.getState());
    });
  const ended = () => workers.filter(({ isEnded }) => isEnded).length;
  return {
    store,
    actions,
    see: (isSeen: boolean) => see(isSeen),
    started: () => workers.length,
    ended,
    first,
    until,
  };
}
