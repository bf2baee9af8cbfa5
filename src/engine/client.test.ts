import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { surfaceSpec } from "../experiment/usual-spec";
import type { FrameBatch } from "../experiment/frame";
import { createClient, type ComputedBy, type Listener, type ToldFault } from "./client";
import type { Request, Response } from "./protocol";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a worker that no longer hears is ended, and a new one is asked for what was wanted last", () => {
  const { client, workers } = open();
  client.start(spec, "data/", 1);
  workers[0]!.answer({ type: "heard", id: 1 });
  client.start(spec, "data/", 1);
  client.start(spec, "data/", 1);
  expect(workers).toHaveLength(1);
  vi.advanceTimersByTime(5000);
  expect(workers[0]!.isEnded).toBe(true);
  expect(workers[1]!.asked.map(({ type, id }) => [type, id])).toEqual([["start", 3]]);
});

test("a worker that answers pings may take as long as its data need", () => {
  const { client, workers } = open();
  client.start(spec, "data/", 1);
  workers[0]!.answersPings = true;
  workers[0]!.answer({ type: "heard", id: 1 });
  client.start(spec, "data/", 1);
  vi.advanceTimersByTime(600_000);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([false]);
});

test("a worker that nothing is asked of is not pinged", () => {
  const { client, workers, wants } = open();
  client.start(spec, "data/", 1);
  workers[0]!.answer({ type: "heard", id: 1 });
  wants.frames = 0;
  workers[0]!.answer({ type: "frames", id: 1, batch: batchOf(0, 1), milliseconds: 1 });
  vi.advanceTimersByTime(600_000);
  expect(workers[0]!.asked.map(({ type }) => type)).toEqual(["start"]);
});

test("a first worker that is slow to load is waited for", () => {
  const { client, workers } = open();
  client.start(spec, "data/", 1);
  client.start(spec, "data/", 1);
  vi.advanceTimersByTime(60_000);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([false]);
});

test("after a cancel a stuck worker is still found out", () => {
  const { client, workers } = open();
  client.start(spec, "data/", 1);
  workers[0]!.answer({ type: "heard", id: 1 });
  client.cancel();
  client.start(spec, "data/", 1);
  vi.advanceTimersByTime(5000);
  expect(workers[1]!.asked.map(({ type, id }) => [type, id])).toEqual([["start", 2]]);
});

test("a worker that dies is replaced; the run goes on from its last snapshot, and no frame is told twice", () => {
  const { client, workers, faults, told, failures } = open();
  client.start(spec, "data/", 2);
  workers[0]!.answer({ type: "started", id: 1, steps: 100, computedBy });
  workers[0]!.answer({ type: "frames", id: 1, batch: batchOf(0, 2), milliseconds: 1 });
  workers[0]!.answer({ type: "snapshot", id: 1, snapshot: { step: 2, runs: [] } });
  workers[0]!.answer({ type: "frames", id: 1, batch: batchOf(2, 3), milliseconds: 1 });
  workers[0]!.die("out of memory");
  expect([faults, failures]).toEqual([["worker-died"], []]);
  expect(workers[0]!.isEnded).toBe(true);
  expect(workers[1]!.asked).toMatchObject([{ type: "start", id: 1, from: { step: 2 }, frames: 3 }]);

  workers[1]!.answer({ type: "started", id: 1, steps: 100, computedBy });
  workers[1]!.answer({ type: "frames", id: 1, batch: batchOf(2, 3), milliseconds: 1 });
  expect(workers[1]!.asked.at(-1)).toMatchObject({ type: "advance", frames: 3 });
  workers[1]!.answer({ type: "frames", id: 1, batch: batchOf(4, 3), milliseconds: 1 });
  expect(told).toEqual([
    [0, [0, 1]],
    [2, [2, 3, 4]],
    [5, [5, 6]],
  ]);
});

test("a worker that dies again and again fails the execution in words, and the next start gets a new one", () => {
  const { client, workers, failures } = open();
  client.start(spec, "data/", 1);
  for (let death = 0; death < 4; death++) {
    workers.at(-1)!.answer({ type: "heard", id: 1 });
    workers.at(-1)!.die("out of memory");
  }
  expect(failures).toEqual([[1, "the worker stopped: out of memory"]]);
  expect(workers).toHaveLength(4);
  client.start(spec, "data/", 1);
  expect(workers[4]!.asked).toHaveLength(1);
});

test("what was answered in full is no failure when a trial of rates kills its workers; the trial is", () => {
  const { client, workers, failures, wants } = open();
  client.start(spec, "data/", 1);
  wants.frames = 0;
  workers[0]!.answer({ type: "heard", id: 1 });
  workers[0]!.answer({ type: "frames", id: 1, batch: batchOf(0, 1), milliseconds: 1 });
  const trial = client.tune(spec);
  for (let death = 0; death < 4; death++) {
    workers.at(-1)!.answer({ type: "alive", id: 0 });
    workers.at(-1)!.die("out of memory");
  }
  expect(failures).toEqual([[trial, "the worker stopped: out of memory"]]);
  client.advance(1);
  expect(workers[4]!.asked.map(({ type }) => type)).toEqual(["start"]);
});

test("a worker that never came to answer is not tried again unasked", () => {
  const { client, workers, failures, faults } = open();
  client.start(spec, "data/", 1);
  workers[0]!.die("");
  expect([failures, faults]).toEqual([[[1, "the worker stopped: no reason given"]], []]);
});

test("what falls silent only because it is slow is given twice the time after each new beginning", () => {
  const { client, workers } = open();
  client.start(spec, "data/", 1);
  workers[0]!.answer({ type: "heard", id: 1 });
  vi.advanceTimersByTime(3500);
  workers[1]!.answer({ type: "heard", id: 1 });
  vi.advanceTimersByTime(5000);
  expect(workers[1]!.isEnded).toBe(false);
  vi.advanceTimersByTime(1500);
  expect(workers[1]!.isEnded).toBe(true);
});

test("a lost GPU is asked for anew twice; then the run goes on without it, and 30 seconds later one begins with it", () => {
  const { client, workers, faults } = open();
  client.start(spec, "data/", 1);
  for (let loss = 0; loss < 3; loss++) {
    workers[0]!.answer({ type: "failed", id: 1, message: "the GPU was lost: reset", fault: "gpu-lost" });
    workers[0]!.answer({ type: "heard", id: 1 });
  }
  expect(faults).toEqual(["gpu-lost", "gpu-lost", "gpu-left"]);
  const withoutGpu = () => workers[0]!.asked.map((request) => "withoutGpu" in request && request.withoutGpu);
  expect(withoutGpu()).toEqual([undefined, undefined, undefined, "the GPU was lost too often"]);
  workers[0]!.answersPings = true;
  client.start(spec, "data/", 1);
  vi.advanceTimersByTime(31_000);
  client.start(spec, "data/", 1);
  const starts = workers[0]!.asked.filter(({ type }) => type === "start");
  expect(starts.slice(-2).map((start) => "withoutGpu" in start && start.withoutGpu)).toEqual([
    "the GPU was lost too often",
    undefined,
  ]);
});

test("a GPU that is too small is left alone at once", () => {
  const { client, workers, faults } = open();
  client.start(spec, "data/", 1);
  workers[0]!.answer({ type: "failed", id: 1, message: "too little memory", fault: "gpu-memory" });
  expect(faults).toEqual(["gpu-memory"]);
  expect(workers[0]!.asked.at(-1)).toMatchObject({ type: "start", withoutGpu: expect.any(String) });
});

test("after the worker was closed what was wanted goes on where it stood", () => {
  const { client, workers, wants, told } = open();
  client.start(spec, "data/", 2);
  wants.frames = 0;
  workers[0]!.answer({ type: "frames", id: 1, batch: batchOf(0, 2), milliseconds: 1 });
  client.close();
  client.advance(4);
  expect(workers[1]!.asked).toMatchObject([{ type: "start", id: 1, frames: 4 }]);
  workers[1]!.answer({ type: "frames", id: 1, batch: batchOf(0, 4), milliseconds: 1 });
  expect(told.at(-1)).toEqual([2, [2, 3]]);
});

test("a new worker is asked again for what the last one owed", () => {
  const { client, workers } = open();
  client.start(spec, "data/", 1);
  workers[0]!.answer({ type: "heard", id: 1 });
  client.tune(spec);
  workers[0]!.die("killed");
  expect(workers[1]!.asked.map(({ type }) => type)).toEqual(["start", "tune"]);
});

test("the page hears before the frames when another goes on with what it wants, and of nothing else", () => {
  const { client, workers, moves } = open();
  client.start(spec, "data/", 1);
  client.start(spec, "data/", 1);
  workers[0]!.answer({ type: "moved", id: 1, computedBy });
  workers[0]!.answer({ type: "moved", id: 2, computedBy });
  expect(moves).toEqual([[2, computedBy]]);
});

const spec = surfaceSpec("ravine");
const computedBy = { backend: "webgpu", adapter: "WebGPU: some", precision: "float32" } as const;

/** Frames of one run whose loss is their index. */
const batchOf = (first: number, count: number): FrameBatch => ({
  first,
  count,
  runs: 1,
  loss: Float64Array.from({ length: count }, (_, i) => first + i),
  checkpoints: [],
});

function open() {
  const failures: [number, string][] = [];
  const moves: [number, ComputedBy][] = [];
  const faults: ToldFault[] = [];
  /** First frame and losses of each batch. */
  const told: [number, number[]][] = [];
  const wants = { frames: 3 };
  const listener: Listener = {
    onStarted: () => undefined,
    onMoved: (...move) => void moves.push(move),
    onLoading: () => undefined,
    onFrames(_, { first, loss }) {
      told.push([first, [...loss]]);
      return wants.frames;
    },
    onFault: (_, fault) => void faults.push(fault),
    onFailed: (...failure) => failures.push(failure),
    onDevice: () => undefined,
    onTestSet: () => undefined,
    onSwept: () => undefined,
    onTuned: () => undefined,
  };
  const workers: ReturnType<typeof silentWorker>[] = [];
  const client = createClient(listener, () => {
    const worker = silentWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { client, workers, failures, moves, faults, told, wants };
}

/** A worker that answers only what the test says, and pings if it says so. */
function silentWorker() {
  const worker = {
    asked: [] as Request[],
    isEnded: false,
    answersPings: false,
    onmessage: null as ((event: { data: Response }) => void) | null,
    onerror: null as ((event: { message: string; preventDefault(): void }) => void) | null,
    postMessage(request: Request) {
      if (request.type !== "ping") worker.asked.push(request);
      else if (worker.answersPings) worker.answer({ type: "alive", id: 0 });
    },
    terminate: () => void (worker.isEnded = true),
    answer: (data: Response) => worker.onmessage?.({ data }),
    die: (message: string) => worker.onerror?.({ message, preventDefault: () => undefined }),
  };
  return worker;
}
