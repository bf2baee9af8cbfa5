import type { Divergence, Recording } from "./recording";

/** What came of a run on a surface, in four numbers. */
export type RunResult = {
  /** The first step at which its loss is at the goal or below; undefined where it never is. */
  readonly goalStep: number | undefined;
  readonly best: number;
  /** Length of its path, up to where it diverged. */
  readonly path: number;
  readonly diverged: Divergence | undefined;
};

/** Share of the way down that is left at the usual goal. */
export const usualShareLeft = 0.01;

/**
 * The loss that runs are usually held against: the lowest minimum known, or else the lowest loss that any of them has
 * reached, and one per cent of the way from there up to the start.
 */
export function usualGoal(recording: Recording, lowestKnown?: number): number {
  const first = recording.lossAt(0, 0);
  const runs = Array.from({ length: recording.runs }, (_, run) => run);
  const lowest = lowestKnown ?? Math.min(first, ...runs.map((run) => lowestOf(recording.lossesOf(run))));
  return lowest + usualShareLeft * (first - lowest);
}

/** The result of a run, from what is recorded of it. */
export function resultOf(recording: Recording, run: number, goal: number): RunResult {
  const losses = recording.lossesOf(run);
  const diverged = recording.diverged(run);
  const goalStep = losses.findIndex((loss) => loss <= goal);
  return {
    goalStep: goalStep < 0 ? undefined : goalStep,
    best: lowestOf(losses),
    path: pathOf(recording, run, recording.lastStep(run) - (diverged ? 1 : 0)),
    diverged,
  };
}

/** The lowest of some losses; the last of a run that diverged may be none. */
const lowestOf = (losses: Float64Array) =>
  losses.reduce((lowest, loss) => (loss < lowest ? loss : lowest), Infinity);

function pathOf(recording: Recording, run: number, last: number): number {
  let length = 0;
  let [x, y] = recording.positionAt(run, 0);
  for (let step = 1; step <= last; step++) {
    const [nextX, nextY] = recording.positionAt(run, step);
    length += Math.hypot(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
  }
  return length;
}
