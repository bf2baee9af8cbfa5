import { afterEach, expect, test } from "vitest";
import { networkSpec } from "../../../experiment/usual-spec";
import { compile, type NetworkExperiment } from "../../compile";
import { deal } from "./dealt";
import { serveShare, type End } from "./share-channel";
import { createThreads, shareHere, type ThreadWorker } from "./shares";

const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

test("twenty experiments begun and ended leave no more threads than the most there may be", async () => {
  const started: ReturnType<typeof threadWorker>[] = [];
  const open = createThreads(() => keep(started, threadWorker()), 2);
  for (let i = 0; i < 20; i++) {
    const { dealt } = await deal(experiment(), open);
    expect(dealt).toHaveLength(2);
    // Ended twice, as an execution may be.
    for (let k = 0; k < 2; k++) for (const { share } of dealt) await share.end();
  }
  expect(started).toHaveLength(2);
  expect(started.every(({ isLiving }) => isLiving())).toBe(true);
});

test("two executions at once have threads of their own; what is too many is ended with the second", async () => {
  const started: ReturnType<typeof threadWorker>[] = [];
  const open = createThreads(() => keep(started, threadWorker()), 2);
  const [one, other] = [await deal(experiment(), open), await deal(experiment(), open)];
  expect(started).toHaveLength(4);
  for (const { share } of [...one.dealt, ...other.dealt]) await share.end();
  expect(started.filter(({ isLiving }) => isLiving())).toHaveLength(2);
});

test("a thread that dies while it has nothing to do is not handed out again", async () => {
  const started: ReturnType<typeof threadWorker>[] = [];
  const open = createThreads(() => keep(started, threadWorker()), 2);
  for (const { share } of (await deal(experiment(), open)).dealt) await share.end();
  started[0]!.die("out of memory");
  const { dealt } = await deal(experiment(), open);
  expect(dealt).toHaveLength(2);
  expect(started).toHaveLength(3);
});

test("where a thread dies before it begins, this thread computes all runs, and the others are given back", async () => {
  const started: ReturnType<typeof threadWorker>[] = [];
  const open = createThreads(() => {
    const worker = keep(started, threadWorker());
    if (started.length === 2) queueMicrotask(() => worker.die("refused"));
    return worker;
  }, 2);
  const { dealt } = await deal(experiment(), open);
  expect(dealt.map(({ places }) => places)).toEqual([[0, 1]]);
  expect(started.map(({ isLiving }) => isLiving())).toEqual([true, false]);
  // The one that lives is the next experiment's.
  expect((await deal(experiment(), open)).dealt).toHaveLength(2);
  expect(started).toHaveLength(3);
});

test("where no thread can be started this one computes all runs", async () => {
  const open = createThreads(() => {
    throw new Error("no workers within workers");
  });
  expect((await deal(experiment(), open)).dealt.map(({ places }) => places)).toEqual([[0, 1]]);
});

const experiment = () => compile({ ...networkSpec("mnist-mlp"), hidden: [4] }) as NetworkExperiment;

const keep = <T>(list: T[], one: T): T => {
  list.push(one);
  return one;
};

/** A share behind a channel, as a worker has it, that can die. */
function threadWorker() {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serveShare(shareHere(), port2 as End);
  let isLiving = true;
  const worker: ThreadWorker = {
    postMessage: (message) => isLiving && port1.postMessage(message),
    set onmessage(hear: End["onmessage"]) {
      port1.onmessage = hear;
    },
    onerror: null,
    terminate: () => void (isLiving = false),
  };
  return Object.assign(worker, {
    isLiving: () => isLiving,
    die: (message: string) =>
      worker.onerror!.call(worker as Worker, Object.assign(new Event("error"), { message }) as ErrorEvent),
  });
}
