import type { Share } from "./share";

type Call = { readonly id: number; readonly method: keyof Share; readonly args: readonly unknown[] };
type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly error: string });

/** One end of a channel: a worker, or within a worker the worker itself. */
export type End = {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
};

/** Answers calls from the other end with a share, in the order in which they come. */
export function serveShare(share: Share, end: End): void {
  let queue = Promise.resolve();
  end.onmessage = ({ data }: MessageEvent<Call>) => {
    const { id, method, args } = data;
    const call = share[method] as (...args: readonly unknown[]) => Promise<unknown>;
    queue = queue.then(async () => {
      try {
        end.postMessage({ id, value: await call(...args) } satisfies Answer);
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        end.postMessage({ id, error: words } satisfies Answer);
      }
    });
  };
}

/** A share at the other end of a channel; `fail` rejects all that is waited for. */
export function shareAt(end: End): { readonly share: Share; readonly fail: (reason: Error) => void } {
  let lastId = 0;
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>();
  end.onmessage = ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data.value as never);
  };
  const call =
    (method: keyof Share) =>
    (...args: readonly unknown[]) =>
      new Promise<never>((resolve, reject) => {
        waiting.set(++lastId, { resolve, reject });
        end.postMessage({ id: lastId, method, args } satisfies Call);
      });
  return {
    share: {
      begin: call("begin"),
      train: call("train"),
      show: call("show"),
      measure: call("measure"),
      standing: call("standing"),
      stand: call("stand"),
      end: call("end"),
    },
    fail(reason) {
      for (const { reject } of waiting.values()) reject(reason);
      waiting.clear();
    },
  };
}
