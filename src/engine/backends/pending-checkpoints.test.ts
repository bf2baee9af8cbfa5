import { expect, test } from "vitest";
import type { Checkpoint } from "../../experiment/frame";
import { createPendingCheckpoints } from "./pending-checkpoints";

test("checkpoints are handed out in order once they are there, the last ones waited for", async () => {
  const pending = createPendingCheckpoints(1);
  const [first, second, third] = [held(0), held(5), held(10)];
  for (const { promise } of [first, second, third]) await pending.push(() => promise);
  second.release();
  expect(await pending.take(false)).toEqual([]);
  first.release();
  await Promise.all([first.promise, second.promise]);
  expect((await pending.take(false)).map(({ step }) => step)).toEqual([0, 5]);
  const rest = pending.take(true);
  third.release();
  expect((await rest).map(({ step }) => step)).toEqual([10]);
});

test("large parameters wait to be measured one at a time", async () => {
  const pending = createPendingCheckpoints(2 ** 26);
  const [first, second] = [held(0), held(5)];
  await pending.push(() => first.promise);
  let isTaken = false;
  const pushed = pending.push(() => {
    isTaken = true;
    return second.promise;
  });
  await Promise.resolve();
  expect(isTaken).toBe(false);
  first.release();
  await pushed;
  expect(isTaken).toBe(true);
});

test("where training and measuring share the threads, training waits for what is more than a few", async () => {
  const pending = createPendingCheckpoints(1, [], 2);
  const [first, second] = [held(0), held(5)];
  await pending.push(() => first.promise);
  await pending.push(() => second.promise);
  let isTaken = false;
  const pushed = pending.push(() => {
    isTaken = true;
    return Promise.resolve(checkpoint(10));
  });
  await Promise.resolve();
  expect(isTaken).toBe(false);
  first.release();
  await pushed;
  expect(isTaken).toBe(true);
});

test("those another execution has begun come first, and can be handed on", async () => {
  const first = held(0);
  const pending = createPendingCheckpoints(1, [first.promise]);
  await pending.push(() => Promise.resolve(checkpoint(5)));
  expect(pending.rest()).toHaveLength(2);
  first.release();
  expect((await pending.take(true)).map(({ step }) => step)).toEqual([0, 5]);
  expect(pending.rest()).toEqual([]);
});

const checkpoint = (step: number) => ({ step }) as Checkpoint;

function held(step: number) {
  let release: () => void = () => undefined;
  const promise = new Promise<Checkpoint>((resolve) => (release = () => resolve(checkpoint(step))));
  return { promise, release };
}
