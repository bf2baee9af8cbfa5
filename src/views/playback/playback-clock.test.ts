import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRecording } from "../../experiment/recording";
import { networkSpec, openingSpec } from "../../experiment/usual-spec";
import { createRavineStore, type State } from "../../store/store";
import { actionsOf } from "../../store/actions";
import { advance, startClock, stepsPerSecond } from "./playback-clock";
import { seekOrFollow } from "./seek-or-follow";

it("a short run takes five seconds, a long one passes at sixty steps a second, a network in twenty seconds", () => {
  expect(stepsPerSecond(100, 1, true)).toBe(20);
  expect(stepsPerSecond(1000, 1, true)).toBe(60);
  expect(stepsPerSecond(1000, 4, true)).toBe(240);
  expect(stepsPerSecond(18750, 1, false)).toBe(937.5);
});

it("fractions of a step are kept", () => {
  let cursor = { step: 0, fraction: 0 };
  for (let frame = 0; frame < 60; frame++) cursor = advance(cursor, 1 / 60, 20);
  expect(cursor.step + cursor.fraction).toBeCloseTo(20);
});

describe("the clock", () => {
  beforeEach(() => {
    vi.stubGlobal("requestAnimationFrame", (callback: (now: number) => void) => frames.push(callback));
    vi.stubGlobal("cancelAnimationFrame", () => (frames = []));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    frames = [];
    now = 0;
  });

  it("plays a surface's recording to its end and stops there", () => {
    const lab = labWith(surface());
    const stop = startClock(lab);
    expect(frames).toHaveLength(0);
    lab.actions.play();
    pass(62);
    expect(lab.store.getState().playback.step).toBe(20);
    pass(300);
    expect(lab.store.getState().playback).toEqual({ step: 100, playing: false, speed: 1 });
    expect(frames).toHaveLength(0);
    stop();
  });

  it("begins anew at the end while it loops, once the end has been seen, and stops there when it no longer does", () => {
    const lab = labWith(surface());
    lab.actions.toggleLoop();
    startClock(lab);
    lab.actions.play();
    pass(310);
    expect(lab.store.getState().playback).toMatchObject({ step: 100, playing: true });
    pass(120);
    const { step, playing } = lab.store.getState().playback;
    expect([step > 5 && step < 50, playing]).toEqual([true, true]);
    lab.actions.toggleLoop();
    pass(320);
    expect(lab.store.getState().playback).toMatchObject({ step: 100, playing: false });
  });

  it("asks for one frame at a time, though its own moves are changes of the store", () => {
    const lab = labWith(surface());
    startClock(lab);
    lab.actions.play();
    for (let frame = 0; frame < 50; frame++) {
      expect(frames).toHaveLength(1);
      pass(1);
    }
  });

  it("does not leap after a hidden tab", () => {
    const lab = labWith(surface());
    startClock(lab);
    lab.actions.play();
    pass(1);
    now += 60_000;
    pass(1);
    expect(lab.store.getState().playback.step).toBe(2);
  });

  it("keeps to a network's newest frame while it trains, and to its last when it has ended", () => {
    const { lab, grow } = network();
    startClock(lab);
    lab.actions.play();
    grow(30);
    pass(1);
    expect(lab.store.getState().playback.step).toBe(29);
    grow(21);
    lab.store.setState({ execution: { status: "complete" } });
    pass(60);
    expect(lab.store.getState().playback).toMatchObject({ step: 50, playing: false });
  });

  it("rests while nothing is recorded and nothing is computed, and plays what comes", () => {
    for (const execution of [{ status: "idle" }, { status: "failed", message: "no" }] as const) {
      const lab = labWith({ execution });
      startClock(lab);
      lab.actions.play();
      pass(1);
      let changes = 0;
      lab.store.subscribe(() => changes++);
      pass(60);
      expect([changes, frames.length]).toEqual([0, 0]);
      lab.store.setState(surface());
      pass(62);
      expect(lab.store.getState().playback.step).toBe(20);
      frames = [];
    }
  });

  it("does not set what is so: nothing changes while the cursor waits at the newest frame", () => {
    const lab = labWith({ ...surface(), recorded: 1, execution: { status: "running" } });
    startClock(lab);
    lab.actions.play();
    let changes = 0;
    lab.store.subscribe(() => changes++);
    pass(60);
    expect([changes, frames.length]).toEqual([0, 1]);
  });
});

describe("a seek in a network that trains", () => {
  it("goes on with the newest frame from there, and rests anywhere before", () => {
    const { lab, grow } = network();
    grow(30);
    seekOrFollow(lab, 12);
    expect(lab.store.getState().playback).toMatchObject({ step: 12, playing: false });
    for (const step of [29, Infinity]) {
      lab.actions.pause();
      seekOrFollow(lab, step);
      expect(lab.store.getState().playback).toMatchObject({ step: 29, playing: true });
    }
  });

  it("rests at the end of what has ended", () => {
    const { lab, grow } = network();
    grow(51);
    seekOrFollow(lab, Infinity);
    expect(lab.store.getState().playback).toMatchObject({ step: 50, playing: false });
    const ended = labWith(surface());
    seekOrFollow(ended, Infinity);
    expect(ended.store.getState().playback).toMatchObject({ step: 100, playing: false });
  });
});

let frames: ((now: number) => void)[] = [];
let now = 0;

function pass(count: number) {
  for (let frame = 0; frame < count; frame++) {
    now += 1000 / 60;
    const due = frames;
    frames = [];
    for (const callback of due) callback(now);
  }
}

function labWith(state: Partial<State>) {
  const store = createRavineStore();
  store.setState(state);
  return { store, actions: actionsOf(store), session: { cancel: () => undefined, restart: () => undefined } };
}

function surface(): Partial<State> {
  const recording = createRecording(2, 100, true);
  const [points, losses] = [new Float64Array(404), new Float64Array(202)];
  recording.append({
    first: 0,
    count: 101,
    runs: 2,
    loss: losses,
    theta: points,
    gradient: points,
    checkpoints: [],
  });
  return { recording, recorded: 101, recordedSpec: openingSpec(), execution: { status: "complete" } };
}

function network() {
  const recording = createRecording(2, 50, false);
  const spec = networkSpec("mnist-mlp");
  const lab = labWith({ spec, recordedSpec: spec, recording, execution: { status: "running" } });
  const grow = (count: number) => {
    const loss = new Float64Array(2 * count);
    recording.append({ first: recording.frames, count, runs: 2, loss, checkpoints: [] });
    lab.store.setState({ recorded: recording.frames });
  };
  return { lab, grow };
}
