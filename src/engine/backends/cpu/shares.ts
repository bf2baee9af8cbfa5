import { AnyOriginWorker as Worker } from "../../any-origin-worker";
import { Fault } from "../../fault";
import { nextTask } from "../../next-task";
import { pickMlp } from "./pick-mlp";
import { createShare, type Share } from "./share";
import { shareAt, type End } from "./share-channel";

/** Milliseconds that a share computes in this thread before it lets messages through. */
const portion = 12;

/** What is used of a worker. */
export type ThreadWorker = End & Pick<Worker, "onerror" | "terminate">;

/** All cores but one, and at least two. */
const mostThreads = () =>
  Math.max(2, ((globalThis.navigator as Navigator | undefined)?.hardwareConcurrency ?? 1) - 1);

/**
 * Opens threads to compute at most `wanted` shares; none where this thread cannot have others. Each is given back by its
 * `end`, and kept for the next who asks, as a new one costs tens of milliseconds; one that has died is not.
 */
export function createThreads(start: () => ThreadWorker, most = mostThreads()): (wanted: number) => Share[] {
  const idle: Share[] = [];

  function startThread(): Share {
    const worker = start();
    const { share, fail } = shareAt(worker);
    let isDead = false;
    worker.onerror = (event) => {
      event.preventDefault();
      isDead = true;
      worker.terminate();
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
      fail(new Fault("worker-died", `a training thread stopped: ${event.message || "no reason given"}`));
    };
    const thread: Share = {
      ...share,
      async end() {
        if (isDead || idle.includes(thread)) return;
        if (idle.length >= most) return worker.terminate();
        idle.push(thread);
        await share.end();
      },
    };
    return thread;
  }

  return (wanted) => {
    const count = Math.min(wanted, most);
    const taken = idle.splice(0, count);
    try {
      while (taken.length < count) taken.push(startThread());
    } catch {
      idle.push(...taken);
      return [];
    }
    return taken;
  };
}

/** The threads of this worker. */
export const openShares = createThreads(
  () => new Worker(new URL("./share-worker.ts", import.meta.url), { type: "module" }),
);

/** A share in this thread: where workers cannot have workers, and in Node. */
export function shareHere(): Share {
  let rested = performance.now();
  return createShare(pickMlp, async () => {
    if (performance.now() - rested < portion) return;
    await nextTask();
    rested = performance.now();
  });
}
