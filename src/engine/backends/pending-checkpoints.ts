import type { Checkpoint } from "../../experiment/frame";

/** Checkpoints on their way: measured beside the training, handed out in the order of their steps. */
export type PendingCheckpoints = {
  /** Takes in one more; waits first while too much is waiting to be measured. */
  push(checkpoint: () => Promise<Checkpoint>): Promise<void>;
  /** Takes out those that are there; with `all` waits for the others. Throws what measuring threw. */
  take(all: boolean): Promise<Checkpoint[]>;
  /** Those that nobody has taken out. */
  rest(): Promise<Checkpoint>[];
};

/** Bytes of parameters that may wait to be measured, beyond the first. */
const mostWaiting = 2 ** 26;

/** `bytes` are those of one checkpoint's parameters; `begun` are on their way already; no more than `most` may wait. */
export function createPendingCheckpoints(
  bytes: number,
  begun: readonly Promise<Checkpoint>[] = [],
  most = Infinity,
): PendingCheckpoints {
  const pending: Promise<Checkpoint>[] = [];
  const settled = new Set<Promise<Checkpoint>>();

  function add(checkpoint: Promise<Checkpoint>) {
    pending.push(checkpoint);
    const settle = () => void settled.add(checkpoint);
    checkpoint.then(settle, settle);
  }
  begun.forEach(add);

  return {
    async push(checkpoint) {
      const waiting = () => pending.filter((other) => !settled.has(other));
      const isFull = (count: number) => count >= most || (count > 0 && (count + 1) * bytes > mostWaiting);
      while (isFull(waiting().length)) await waiting()[0];
      add(checkpoint());
    },
    async take(all) {
      const taken: Checkpoint[] = [];
      while (pending.length > 0 && (all || settled.has(pending[0]!))) taken.push(await pending.shift()!);
      return taken;
    },
    rest: () => [...pending],
  };
}
