import type { Execution } from "./backends/backend";
import type { Snapshot } from "./protocol";

/** Milliseconds from one copy to the next, at least; and a copy takes no more than this part of the time. */
const apart = 300;
const share = 1 / 20;
/** Larger ones would cost more than they may save. */
const mostBytes = 2 ** 27;

/**
 * Copies where the runs of an execution stand, now and then, for another to go on from if this one dies. A copy is handed
 * out once the measurements begun before it have been: they are not part of it.
 */
export function createStandingCopies(post: (snapshot: Snapshot) => void) {
  let taken = performance.now();
  let pause = apart;
  let coming: { readonly snapshot: Snapshot; isMeasured: boolean } | undefined;

  return {
    /** To be asked before an advance; what it returns is to be awaited after it, when its frames have been told. */
    before(execution: Execution): (isLast: boolean) => Promise<void> {
      const ready = coming?.isMeasured ? coming : undefined;
      return async (isLast) => {
        if (ready) {
          coming = undefined;
          post(ready.snapshot);
        }
        const begun = performance.now();
        if (isLast || coming || !execution.standing || begun - taken < pause) return;
        const { step, runs, checkpoints = [], measured } = await execution.standing();
        taken = performance.now();
        pause = Math.max(apart, (taken - begun) / share);
        if (runs.reduce((sum, run) => sum + run.byteLength, 0) > mostBytes) return;
        if (checkpoints.length === 0 && !measured) return post({ step, runs });
        const mine = { snapshot: { step, runs }, isMeasured: false };
        coming = mine;
        void Promise.allSettled([...checkpoints, measured]).then(() => (mine.isMeasured = true));
      };
    },
  };
}
