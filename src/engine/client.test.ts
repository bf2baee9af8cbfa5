import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { surfaceSpec } from "../experiment/usual-spec";
import { createClient, type ComputedBy, type Listener } from "./client";
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

test("a worker that has heard may take as long as its data need", () => {
  const { client, workers } = open();
  client.start(spec, "data/", 1);
  workers[0]!.answer({ type: "heard", id: 1 });
  client.start(spec, "data/", 1);
  workers[0]!.answer({ type: "heard", id: 2 });
  vi.advanceTimersByTime(60_000);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([false]);
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

test("a worker that dies fails the execution in words, and the next start gets a new one", () => {
  const { client, workers, failures } = open();
  client.start(spec, "data/", 1);
  workers[0]!.onerror?.({ message: "out of memory", preventDefault: () => undefined });
  expect(failures).toEqual([[1, "the worker stopped: out of memory"]]);
  client.start(spec, "data/", 1);
  expect(workers[1]!.asked).toHaveLength(1);
});

test("the page hears before the frames when another goes on with what it wants, and of nothing else", () => {
  const { client, workers, moves } = open();
  client.start(spec, "data/", 1);
  client.start(spec, "data/", 1);
  const computedBy = { backend: "webgpu", adapter: "WebGPU: some", precision: "float32" } as const;
  workers[0]!.answer({ type: "moved", id: 1, computedBy });
  workers[0]!.answer({ type: "moved", id: 2, computedBy });
  expect(moves).toEqual([[2, computedBy]]);
});

const spec = surfaceSpec("ravine");

function open() {
  const failures: [number, string][] = [];
  const moves: [number, ComputedBy][] = [];
  const listener: Listener = {
    onStarted: () => undefined,
    onMoved: (...move) => void moves.push(move),
    onLoading: () => undefined,
    onFrames: () => 0,
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
  return { client, workers, failures, moves };
}

/** A worker that answers only what the test says. */
function silentWorker() {
  const worker = {
    asked: [] as Request[],
    isEnded: false,
    onmessage: null as ((event: { data: Response }) => void) | null,
    onerror: null as ((event: { message: string; preventDefault(): void }) => void) | null,
    postMessage: (request: Request) => void worker.asked.push(request),
    terminate: () => void (worker.isEnded = true),
    answer: (data: Response) => worker.onmessage?.({ data }),
  };
  return worker;
}
