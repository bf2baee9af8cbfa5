import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { createClient, type Listener } from "../engine/client";
import { openLoopback } from "../engine/loopback";
import { networkSpec, surfaceSpec } from "../experiment/usual-spec";
import { actionsOf } from "./actions";
import { keepHistory } from "./history";
import { startSession, type Session } from "./session";
import { createRavineStore, type State } from "./store";

const sessions: Session[] = [];
afterEach(() =>
  sessions.splice(0).forEach((session) => {
    session.sleep();
    session.release();
  }),
);

test("the opening is computed at once and whole, by whoever computes it", async () => {
  const { store, until } = open();
  await until(({ execution }) => execution.status === "complete");
  const { recording, recordedSpec, spec, computedBy } = store.getState();
  expect(recording.frames).toBe(101);
  expect(recording.positionAt(0, 100)[0]).toBeCloseTo(-0.0026645992, 9);
  expect(recordedSpec).toBe(spec);
  expect(computedBy).toMatchObject({ backend: "cpu", precision: "float64" });
});

test("while a slider moves the old paths stay until the new ones are there", async () => {
  const { store, actions, until } = open();
  await until(({ execution }) => execution.status === "complete");
  const before = store.getState().recording;
  actions.setHyperparameter(0, "lr", 0.02);
  expect(store.getState().recording).toBe(before);
  await until(({ recordedSpec, spec }) => recordedSpec === spec);
  expect(store.getState().recording).not.toBe(before);
  expect(store.getState().recording.frames).toBe(101);
});

test("a run that is renamed is not computed anew", async () => {
  const { store, actions, until } = open();
  await until(({ execution }) => execution.status === "complete");
  const { recording } = store.getState();
  actions.renameRun(0, "Heavy ball");
  const { recordedSpec, spec, execution } = store.getState();
  expect([recordedSpec, execution.status, store.getState().recording]).toEqual([spec, "complete", recording]);
  expect(recordedSpec.runs[0]!.label).toBe("Heavy ball");
});

test("many changes in a row end in the recording of the last", async () => {
  const { store, actions, until } = open();
  for (let i = 1; i <= 30; i++) actions.setHyperparameter(0, "lr", i / 1000);
  await until(({ recordedSpec, spec, recorded }) => recordedSpec === spec && recorded === 101);
  expect(store.getState().recordedSpec.runs[0]!.hyperparameters.lr).toBe(0.03);
});

test("sweeps follow once the visitor rests", async () => {
  const { store, until } = open();
  await until(({ sweeps }) => sweeps.length > 0);
  expect(store.getState().sweeps).toHaveLength(4);
});

test("each run is given the best of the rates it has tried, in one change, and the same ones again", async () => {
  const { store, session, actions, until } = open();
  const history = keepHistory(store);
  const before = store.getState().spec;
  const rates = () => store.getState().spec.runs.map(({ hyperparameters }) => hyperparameters.lr);
  session.tune();
  expect(store.getState().tuning).toEqual({ of: before });
  await until(({ tuning }) => tuning?.result !== undefined);
  const { tuning, spec } = store.getState();
  expect(tuning).toMatchObject({
    of: spec,
    result: { trials: 48, runs: [{ kind: "best" }, { kind: "best" }] },
  });
  const found = rates();
  session.tune();
  await until(({ tuning }) => tuning?.result !== undefined);
  expect(store.getState().spec).toBe(spec);
  history.undo();
  expect(store.getState()).toMatchObject({ spec: before, canUndo: false });
  // From elsewhere on the slider the same rates are tried.
  actions.setRateOfAll(0.001);
  expect(rates()).toEqual([0.001, 0.001]);
  session.tune();
  await until(({ tuning }) => tuning?.result !== undefined);
  expect(rates()).toEqual(found);
});

test("a change while rates are tried gives the trials up", async () => {
  const { store, session, actions, until } = open();
  session.tune();
  actions.setHyperparameter(0, "lr", 0.02);
  expect(store.getState().tuning).toBeUndefined();
  const { spec } = store.getState();
  await until(({ sweeps }) => sweeps.length > 0);
  expect(store.getState()).toMatchObject({ spec, tuning: undefined });
});

test("a network whose data are missing says so and shows nothing as trained; a retry starts again", async () => {
  const { store, session, until } = open(() => Promise.resolve(new Response(null, { status: 404 })));
  store.setState({ spec: { ...networkSpec("mnist-mlp"), backend: "cpu" } });
  await until(({ execution }) => execution.status === "failed");
  expect(store.getState().execution).toMatchObject({ message: expect.stringContaining("manifest.json") });
  expect(store.getState().recording.frames).toBe(0);
  session.restart();
  expect(store.getState().execution.status).toBe("preparing");
  await until(({ execution }) => execution.status === "failed");
});

test("a cancel keeps what is recorded and stops", async () => {
  const { store, session, until, workers } = open();
  await until(({ execution }) => execution.status === "complete");
  store.setState({ spec: { ...surfaceSpec("beale"), steps: 5000 } });
  session.cancel();
  // An answer to something asked later: had the cancelled frames been coming, they would be here.
  const swept = new Promise((resolve) => workers[0]!.addEventListener("message", resolve, { once: true }));
  workers[0]!.postMessage({ type: "sweep", id: 99, spec: { ...surfaceSpec("beale"), steps: 1 } });
  await swept;
  expect(store.getState().execution.status).toBe("cancelled");
  expect(store.getState().recordedSpec).toMatchObject({ surface: "ravine" });
});

test("a network without runs trains nothing", async () => {
  const { store, until } = open();
  await until(({ execution }) => execution.status === "complete");
  store.setState({ spec: { ...networkSpec("mnist-mlp"), runs: [] } });
  expect(store.getState().execution.status).toBe("idle");
  expect(store.getState().recording.frames).toBe(0);
});

test("when another goes on with the training the page says who, and takes the rate anew", () => {
  const { store, listener } = openByHand();
  const cpu = { backend: "cpu", adapter: "JavaScript", precision: "float64" } as const;
  const gpu = { backend: "webgpu", adapter: "WebGPU: some", precision: "float32" } as const;
  store.setState({ computedBy: cpu, rate: 100 });
  listener.onMoved(7, gpu);
  expect(store.getState()).toMatchObject({ computedBy: cpu, rate: 100 });
  listener.onMoved(1, { ...cpu, note: "no WebGPU adapter" });
  expect(store.getState()).toMatchObject({ computedBy: { note: "no WebGPU adapter" }, rate: 100 });
  listener.onMoved(1, gpu);
  expect(store.getState()).toMatchObject({ computedBy: gpu, rate: undefined });
});

test("a network's test images come with its training, and stay when another begins", async () => {
  const { store, session, until } = open(
    async (path) => new Response(await readFile(new URL(`../../public/${path}`, import.meta.url))),
  );
  expect(store.getState().testSet).toBeUndefined();
  store.setState({ spec: { ...networkSpec("mnist-mlp"), backend: "cpu", steps: 1 } });
  await until(({ testSet }) => testSet !== undefined);
  const { testSet } = store.getState();
  expect(testSet?.labels).toHaveLength(10_000);
  session.restart();
  await until(({ execution }) => execution.status === "complete");
  expect(store.getState().testSet).toBe(testSet);
  expect(store.getState().recording.snapshotAt(1)?.named).toHaveLength(20_000);
});

test("a network that was released while it trained goes on from where it was once somebody looks", async () => {
  const { store, session, until, workers } = open(
    async (path) => new Response(await readFile(new URL(`../../public/${path}`, import.meta.url))),
  );
  store.setState({ spec: { ...networkSpec("mnist-mlp"), backend: "cpu", steps: 300 } });
  await until(({ recorded, recording }) => recorded > 20 && !recording.hasPaths);
  const { recording } = store.getState();
  session.sleep();
  session.release();
  const seen: number[] = [];
  store.subscribe((state, before) => state.recorded !== before.recorded && seen.push(state.recorded));
  session.wake();
  await until(({ execution }) => execution.status === "complete");
  expect(store.getState()).toMatchObject({ recording, recorded: 301, fault: undefined });
  expect(seen.every((recorded, i) => recorded > (seen[i - 1] ?? 20))).toBe(true);
  expect(workers).toHaveLength(2);
});

test("a surface that was released before its sweeps came has them once somebody looks", async () => {
  const { store, session, until } = open();
  await until(({ execution }) => execution.status === "complete");
  session.sleep();
  session.release();
  expect(store.getState().sweeps).toHaveLength(0);
  session.wake();
  await until(({ sweeps }) => sweeps.length > 0);
  expect(store.getState().sweeps).toHaveLength(4);
});

test("the visitor is told once of a fault, and again only of another", () => {
  const { store, listener } = openByHand();
  const refused = {
    backend: "cpu",
    adapter: "JavaScript",
    precision: "float64",
    fault: "gpu-refused",
  } as const;
  listener.onMoved(1, refused);
  expect(store.getState().fault).toBe("gpu-refused");
  actionsOf(store).dismissProblems();
  listener.onMoved(1, refused);
  expect(store.getState().fault).toBeUndefined();
  listener.onFault(1, "worker-died");
  expect(store.getState().fault).toBe("worker-died");
});

test("a trial of rates that cannot be ended is given up, and what is recorded stays", () => {
  const { store, session, listener } = openByHand();
  const { execution } = store.getState();
  session.tune();
  expect(store.getState().tuning).toBeDefined();
  listener.onFailed(3, "the worker stopped: out of memory");
  expect(store.getState()).toMatchObject({ tuning: undefined, execution });
});

test("a failure ends the playing: nothing more comes that could be played", () => {
  const { store, listener } = openByHand();
  store.setState(({ playback }) => ({ playback: { ...playback, step: 4, playing: true } }));
  listener.onFailed(1, "the worker stopped: out of memory");
  expect(store.getState().playback).toMatchObject({ step: 4, playing: false });
});

/** A session whose client is told by the test what to say: an execution is 1, a sweep 2, a trial of rates 3. */
function openByHand() {
  const store = createRavineStore();
  let listener: Listener | undefined;
  const nothing = () => undefined;
  const session = startSession(store, "data/", (given) => {
    listener = given;
    return {
      ...{ cancel: nothing, advance: nothing, close: nothing },
      ...{ start: () => 1, sweep: () => 2, tune: () => 3 },
    };
  });
  return { store, session, listener: listener! };
}

function open(read?: Parameters<typeof openLoopback>[0]) {
  const store = createRavineStore();
  const workers: Worker[] = [];
  const session = startSession(store, "data/", (listener) =>
    createClient(listener, () => {
      const worker = openLoopback(read);
      workers.push(worker);
      return worker;
    }),
  );
  sessions.push(session);
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
  return { store, session, actions: actionsOf(store), until, workers };
}
