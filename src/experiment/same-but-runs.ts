import type { ExperimentSpec } from "./spec";

/** Whether two experiments differ in their runs at most: a run of both is then walked alike. */
export const isSameButRuns = (a: ExperimentSpec, b: ExperimentSpec): boolean =>
  (Object.keys({ ...a, ...b }) as (keyof ExperimentSpec)[]).every(
    (key) => key === "runs" || a[key] === b[key],
  );
