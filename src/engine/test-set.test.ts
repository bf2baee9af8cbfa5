import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { networkSpec } from "../experiment/usual-spec";
import { openLoopback } from "./loopback";
import type { Request, Response as Answer } from "./protocol";

const workers: Worker[] = [];
afterEach(() => workers.splice(0).forEach((worker) => worker.terminate()));

test("the page gets the 10,000 test images once: the next execution on the same data does not send them again", async () => {
  const { ask, heard, until } = open();
  ask({ type: "start", id: 1, spec, dataUrl: "mnist:", frames: 1 });
  await until(({ type }) => type === "testSet");
  const [shown] = heard.flatMap((answer) => (answer.type === "testSet" ? answer.testSet : []));
  expect(shown?.side).toBe(28);
  expect(shown?.images).toHaveLength(10_000 * 784);
  const digits = Array.from({ length: 10 }, (_, digit) => shown!.labels.filter((label) => label === digit));
  expect(digits.map(({ length }) => length)).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);

  ask({ type: "start", id: 2, spec, dataUrl: "mnist:", frames: 2 });
  // The last frame waits for the measuring, and so for the test images.
  await until(({ type, id }) => type === "frames" && id === 2);
  expect(heard.filter(({ type }) => type === "testSet")).toHaveLength(1);
});

test("what the page is sent is a copy, in the order in which the execution goes on naming its own", async () => {
  const { ask, heard, until } = open();
  ask({ type: "start", id: 1, spec, dataUrl: "mnist:", frames: 1 });
  await until(({ type }) => type === "testSet");
  ask({ type: "advance", id: 1, frames: 1 });
  await until((answer) => answer.type === "frames" && answer.batch.first === 1);
  const { labels } = heard.find((answer) => answer.type === "testSet")!.testSet;
  const last = heard.findLast((answer) => answer.type === "frames")?.batch.checkpoints.at(-1);
  const right = labels.filter((label, i) => last?.named[i] === label).length;
  expect(last?.test[0]).toBeCloseTo(right / 10_000, 9);
});

const spec = { ...networkSpec("mnist-mlp"), backend: "cpu" as const, steps: 1 };

function open() {
  const worker = openLoopback(async (path) => new Response(await readFile(onDisk(path))));
  workers.push(worker);
  const heard: Answer[] = [];
  let waiting: { readonly holds: (answer: Answer) => boolean; readonly resolve: () => void } | undefined;
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    heard.push(data);
    if (data.type === "failed") throw new Error(data.message);
    if (waiting?.holds(data)) waiting.resolve();
  };
  return {
    heard,
    ask: (request: Request) => worker.postMessage(request),
    until: (holds: (answer: Answer) => boolean) =>
      new Promise<void>((resolve) => {
        waiting = { holds, resolve };
        if (heard.some(holds)) resolve();
      }),
  };
}

const onDisk = (path: string) => new URL(path.replace("mnist:", "../../public/data/"), import.meta.url);
