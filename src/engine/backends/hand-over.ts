import { divergenceBound } from "../../experiment/recording";
import { faultOf } from "../fault";
import type { Backend, ComputedBy, Execution, Standing } from "./backend";

/**
 * Lets one backend train at once while another gets ready, if there is a better one. At the first advance after it is,
 * the runs move over with all that they remember, and go on there. Should it fail to get ready, the first one goes on and
 * says why.
 */
export const handingOver = (first: Backend, better: () => Promise<Backend | undefined>): Backend => ({
  name: first.name,
  async prepare(experiment, context) {
    const execution = await first.prepare(experiment, context);
    const ending = new AbortController();
    const signal = AbortSignal.any([context.signal, ending.signal]);
    // The data are loaded once for both, and told of by the first.
    const coming = better().then((backend) =>
      backend?.prepare(experiment, { ...context, signal, onProgress: () => undefined }),
    );
    return handOver(execution, coming, () => ending.abort(new Error("nobody waits for this backend")));
  },
});

function handOver(first: Execution, coming: Promise<Execution | undefined>, giveUp: () => void): Execution {
  const living = new Set([first]);
  /** Losses that runs stopped at, by run. */
  const stopped = new Map<number, number>();
  let current = first;
  let ready: Execution | undefined;
  let computedBy: ComputedBy = first.computedBy;
  let isDisposed = false;

  coming.then(
    (execution) => {
      if (!execution) return;
      if (isDisposed) return execution.dispose();
      living.add(execution);
      ready = execution;
    },
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      const fault = faultOf(error);
      computedBy = { ...computedBy, note: reason, ...(fault && { fault }) };
    },
  );

  function end(execution: Execution) {
    if (living.delete(execution)) execution.dispose();
  }

  /** What is not measured yet is measured where it began. */
  async function moveTo(next: Execution) {
    const standing = await current.standing!();
    if (isDisposed) throw new Error("the execution was disposed of");
    await next.stand!({
      ...standing,
      runs: standing.runs.map((run, i) => (stopped.has(i) ? nowhere(run) : run)),
    });
    const before = current;
    current = next;
    computedBy = next.computedBy;
    void Promise.allSettled(standing.checkpoints ?? []).then(() => end(before));
  }

  return {
    get computedBy() {
      return computedBy;
    },
    steps: first.steps,
    ...(first.testSet && { testSet: first.testSet }),
    async advance(frames) {
      const next = ready;
      ready = undefined;
      if (next) await moveTo(next);
      const batch = await current.advance(frames);
      const { count, loss } = batch;
      for (let run = 0; run < batch.runs; run++) {
        const lastLoss = loss[(run + 1) * count - 1]!;
        if (stopped.has(run)) loss.fill(stopped.get(run)!, run * count, (run + 1) * count);
        else if (!(Math.abs(lastLoss) <= divergenceBound.loss)) stopped.set(run, lastLoss);
      }
      return batch;
    },
    standing: () => current.standing!(),
    stand: (standing) => current.stand!(standing),
    dispose() {
      isDisposed = true;
      giveUp();
      for (const execution of living) end(execution);
    },
  };
}

/** A diverged run's next loss might be within the bound again: from here it is not a number. */
const nowhere = (run: Standing["runs"][number]) => new Float32Array(run.length).fill(NaN);
