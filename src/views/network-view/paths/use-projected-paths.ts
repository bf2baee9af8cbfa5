import { useEffect, useRef, useState } from "react";
import type { Recording } from "../../../experiment/recording";
import { useLab } from "../../store-context/store-context";
import { isOfSpec } from "../network-data";
import { projectedPaths, type PlaneChoice, type ProjectedPaths } from "./projected-paths";

/** Milliseconds of a frame that projecting may take: less than half of one, whatever the network's size. */
const budget = 6;

/** A recording's paths as last projected. */
export type Projection = { readonly recording: Recording; readonly projected: ProjectedPaths };

/**
 * The paths of what is being recorded in one plane, projected anew as snapshots come, a few milliseconds a frame. What
 * it gives may be of an older recording, or of an earlier choice, until the work is done.
 */
export function useProjectedPaths(choice: PlaneChoice): Projection | undefined {
  const { store } = useLab();
  const [projection, setProjection] = useState<Projection>();
  const known = useRef<Projection>(undefined);

  useEffect(() => {
    let request = 0;
    let work: ReturnType<typeof projectedPaths> | undefined;
    let of: Recording | undefined;
    let seen = -1;

    const look = () => {
      const { recording } = store.getState();
      if (recording !== of) {
        of = recording;
        work = undefined;
        seen = -1;
      }
      // Each checkpoint, and the end, are reasons to look again.
      const now = recording.checkpoints.length + Number(recording.isComplete());
      if (!work && now !== seen && isOfSpec(store.getState())) {
        seen = now;
        const before = known.current?.recording === recording ? known.current.projected : undefined;
        work = projectedPaths(recording, choice, before);
      }
      if (work && !request) request = requestAnimationFrame(proceed);
    };
    const proceed = () => {
      request = 0;
      const begun = performance.now();
      while (work && performance.now() - begun < budget) {
        const { done, value } = work.next();
        if (!done) continue;
        work = undefined;
        if (value && of) setProjection((known.current = { recording: of, projected: value }));
      }
      look();
    };

    const unsubscribe = store.subscribe(look);
    look();
    return () => {
      unsubscribe();
      cancelAnimationFrame(request);
    };
  }, [store, choice]);

  return projection;
}
