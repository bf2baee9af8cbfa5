import { expect, test } from "vitest";
import type { Checkpoint } from "../../experiment/frame";
import { networkSpec } from "../../experiment/usual-spec";
import { compile } from "../compile";
import type { Backend, BackendName, Execution, PrepareContext, Standing } from "./backend";
import { handingOver } from "./hand-over";

const last = 20;

test("one backend trains at once; when the other is ready the runs go on there, from where they stand", async () => {
  const { first, second, execution } = await open();
  expect((await execution.advance(3)).loss).toEqual(Float64Array.of(0, 1, 2));
  expect(execution.computedBy.backend).toBe("cpu");
  await second.getReady();
  expect((await execution.advance(4)).loss).toEqual(Float64Array.of(1003, 1004, 1005, 1006));
  expect(execution.computedBy.backend).toBe("webgpu");
  expect(second.stoodAt).toMatchObject({ step: 3 });
  expect(second.stoodAt!.runs[0]).toEqual(Float32Array.of(3));
  expect((await execution.advance(1)).first).toBe(7);
  expect(first.disposals).toBe(1);
  execution.dispose();
  expect([first.disposals, second.disposals]).toEqual([1, 1]);
});

test("the first one measures what it has begun to measure before it ends", async () => {
  const { first, second, execution } = await open();
  await execution.advance(3);
  await second.getReady();
  const checkpoint = first.holdCheckpoint();
  await execution.advance(1);
  expect(second.stoodAt!.checkpoints).toHaveLength(1);
  expect(first.disposals).toBe(0);
  checkpoint.release();
  await settled();
  expect(first.disposals).toBe(1);
});

test("if the other one fails to get ready the first goes on, and says why", async () => {
  const { second, execution } = await open();
  const { computedBy } = execution;
  await second.fail("the shader did not compile: too long");
  expect((await execution.advance(2)).loss).toEqual(Float64Array.of(0, 1));
  expect(execution.computedBy).toEqual({ ...computedBy, note: "the shader did not compile: too long" });
});

test("where there is no better one all stays as it is", async () => {
  const first = backendOf("cpu");
  await first.getReady();
  const backend = handingOver(first.backend, () => Promise.resolve(undefined));
  const execution = await backend.prepare(experiment, context);
  await settled();
  expect((await execution.advance(2)).loss).toEqual(Float64Array.of(0, 1));
  expect(execution.computedBy.note).toBeUndefined();
});

test("a run that has diverged does not come back to life where it goes on", async () => {
  const { first, second, execution } = await open();
  first.loss = (step) => (step < 2 ? step : 1e30);
  await execution.advance(4);
  await second.getReady();
  const { loss } = await execution.advance(2);
  expect(second.stoodAt!.runs[0]).toEqual(Float32Array.of(NaN));
  expect(loss).toEqual(Float64Array.of(1e30, 1e30));
});

test("an execution that ends while the other gets ready leaves nothing behind", async () => {
  const { first, second, execution } = await open();
  execution.dispose();
  expect(second.signal!.aborted).toBe(true);
  await second.getReady();
  expect([first.disposals, second.disposals]).toEqual([1, 1]);
});

const experiment = compile(networkSpec("mnist-mlp"));
const context: PrepareContext = {
  readFile: () => Promise.reject(new Error("no files")),
  onProgress: () => undefined,
  signal: new AbortController().signal,
};

async function open() {
  const [first, second] = [backendOf("cpu"), backendOf("webgpu", 1000)];
  await first.getReady();
  const execution = await handingOver(first.backend, () => Promise.resolve(second.backend)).prepare(
    experiment,
    context,
  );
  await settled();
  return { first, second, execution };
}

/** A backend with one run, whose parameter is the step it stands at and whose loss is that and `more`. */
function backendOf(name: BackendName, more = 0) {
  const held: Promise<Checkpoint>[] = [];
  let ready: (execution: Execution) => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  let step = 0;
  const execution: Execution = {
    computedBy: { backend: name, adapter: name, precision: "float32" },
    steps: last,
    advance(count) {
      const loss = Float64Array.from({ length: count }, (_, i) => seen.loss(step + i));
      const batch = { first: step, count, runs: 1, loss, checkpoints: [] };
      step += count;
      return Promise.resolve(batch);
    },
    standing: () => Promise.resolve({ step, runs: [Float32Array.of(step)], checkpoints: held }),
    stand(standing) {
      seen.stoodAt = standing;
      ({ step } = standing);
    },
    dispose: () => void seen.disposals++,
  };
  const prepared = new Promise<Execution>((resolve, reject) => ([ready, failed] = [resolve, reject]));
  const backend: Backend = {
    name,
    prepare(_, { signal }) {
      seen.signal = signal;
      return prepared;
    },
  };
  const seen = {
    backend,
    loss: (step: number) => step + more,
    stoodAt: undefined as Standing | undefined,
    signal: undefined as AbortSignal | undefined,
    disposals: 0,
    getReady() {
      ready(execution);
      return settled();
    },
    fail(message: string) {
      failed(new Error(message));
      return settled();
    },
    holdCheckpoint() {
      let release: () => void = () => undefined;
      held.push(new Promise((resolve) => (release = () => resolve({ step } as Checkpoint))));
      return { release };
    },
  };
  return seen;
}

/** Lets all that is settled be heard of. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
