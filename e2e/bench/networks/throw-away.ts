import { createClient } from "../../../src/engine/client";
import { openLoopback } from "../../../src/engine/loopback";
import type { BackendChoice } from "../../../src/experiment/spec";
import { networkSpec } from "../../../src/experiment/usual-spec";
import { readFewTests } from "./few-tests";

const steps = 200;
const framesAtOnce = 20;

/**
 * Starts experiments of 200 steps through the engine in this thread, each ending the one before: every second one
 * half way. Resolves with the name of who computed.
 */
export async function throwAway(backend: BackendChoice, times: number): Promise<string> {
  let computedBy = "";
  let frames = 0;
  let settle: { readonly done: () => void; readonly fail: (error: Error) => void } | undefined;
  let wanted = 0;
  const client = createClient(
    {
      onStarted: (_, __, { backend, adapter }) => void (computedBy = `${backend}, ${adapter}`),
      onLoading: () => undefined,
      onFrames(_, { count }) {
        frames += count;
        if (frames < wanted) return framesAtOnce;
        settle?.done();
        return 0;
      },
      onFailed: (_, message) => settle?.fail(new Error(message)),
      onDevice: () => undefined,
      onSwept: () => undefined,
    },
    () => openLoopback(readFewTests),
  );
  for (let i = 0; i < times; i++) {
    [frames, wanted] = [0, i % 2 ? steps + 1 : steps / 2];
    const over = new Promise<void>((done, fail) => (settle = { done, fail }));
    client.start({ ...networkSpec("mnist-mlp"), steps, seed: i, backend }, "", framesAtOnce);
    await over;
  }
  client.cancel();
  return computedBy;
}
