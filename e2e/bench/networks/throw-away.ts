import { createClient } from "../../../src/engine/client";
import { openLoopback } from "../../../src/engine/loopback";
import type { BackendChoice } from "../../../src/experiment/spec";
import { networkSpec } from "../../../src/experiment/usual-spec";
import { readFewTests } from "./few-tests";

const steps = 200;
const framesAtOnce = 20;

type Settling = { readonly done: () => void; readonly fail: (error: Error) => void };

let settling: Settling | undefined;
let computedBy = "";
let wanted = 0;
let frames = 0;

const client = createClient(
  {
    onStarted: (_id, _steps, { backend, adapter }) => void (computedBy = `${backend}, ${adapter}`),
    onMoved: (_id, { backend, adapter }) => void (computedBy = `${backend}, ${adapter}`),
    onFrames(_id, { count }) {
      frames += count;
      if (frames < wanted) return framesAtOnce;
      settling?.done();
      return 0;
    },
    onFailed: (_id, message) => settling?.fail(new Error(message)),
    onLoading: () => undefined,
    onTestSet: () => undefined,
    onDevice: () => undefined,
    onSwept: () => undefined,
    onFault: () => undefined,
    onTuned: () => undefined,
  },
  () => openLoopback(readFewTests),
);

/**
 * Starts experiments of 200 steps through the engine in this thread, each ending the one before: every second one half
 * way. Resolves with who computed the last.
 */
export async function throwAway(backend: BackendChoice, times: number): Promise<string> {
  for (let i = 0; i < times; i++) {
    [frames, wanted] = [0, i % 2 ? steps + 1 : steps / 2];
    const over = new Promise<void>((done, fail) => (settling = { done, fail }));
    client.start({ ...networkSpec("mnist-mlp"), steps, seed: i, backend }, "", framesAtOnce);
    await over;
  }
  client.cancel();
  return computedBy;
}
