import { nextTask } from "../../next-task";
import { pickMlp } from "./pick-mlp";
import { createShare, type Share } from "./share";
import { shareAt } from "./share-channel";

/** Milliseconds that a share computes in this thread before it lets messages through. */
const portion = 12;

/** Threads without work: kept, as a new one costs tens of milliseconds. */
const idle: Share[] = [];

/** All cores but one, and at least two. */
const mostThreads = () =>
  Math.max(2, ((globalThis.navigator as Navigator | undefined)?.hardwareConcurrency ?? 1) - 1);

/** Threads to compute at most `wanted` shares; this thread where it cannot have others. Each is given back by its `end`. */
export function openShares(wanted: number): Share[] {
  const count = Math.min(wanted, mostThreads());
  const taken = idle.splice(0, count);
  try {
    while (taken.length < count) taken.push(startThread());
  } catch {
    idle.push(...taken);
    return [shareHere()];
  }
  return taken;
}

function startThread(): Share {
  const worker = new Worker(new URL("./share-worker.ts", import.meta.url), { type: "module" });
  const { share, fail } = shareAt(worker);
  let isDead = false;
  worker.onerror = (event) => {
    event.preventDefault();
    isDead = true;
    worker.terminate();
    fail(new Error(`a training thread stopped: ${event.message || "no reason given"}`));
  };
  const thread: Share = {
    ...share,
    async end() {
      if (isDead) return;
      if (idle.length < mostThreads()) {
        idle.push(thread);
        return share.end();
      }
      worker.terminate();
    },
  };
  return thread;
}

/** A share in this thread: where workers cannot have workers, and in Node. */
export function shareHere(): Share {
  let rested = performance.now();
  return createShare(pickMlp, async () => {
    if (performance.now() - rested < portion) return;
    await nextTask();
    rested = performance.now();
  });
}
