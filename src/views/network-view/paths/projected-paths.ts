import type { Checkpoint } from "../../../experiment/frame";
import type { Recording } from "../../../experiment/recording";
import { isSnapshot } from "../../../experiment/snapshots";
import { axesOfPlane, pointIn, type PlaneAxes } from "./axes-of-plane";
import { chosenSteps } from "./chosen-steps";
import { gramOf, portion, type Gram } from "./gram";
import { planeThrough, upright, varianceIn } from "./plane";
import { principalPlane } from "./principal-plane";

/** Which plane is looked at: that of the principal components, or through the start and two runs' ends, by index. */
export type PlaneChoice = {
  /** Runs that are shown, by their places: only they lay the plane. */ readonly among: readonly number[];
} & (
  { readonly kind: "principal" } | { readonly kind: "ends"; readonly first: number; readonly second: number }
);

/** A run's parameters at one step, seen in the plane, and their true training loss. */
export type Dot = { readonly step: number; readonly x: number; readonly y: number; readonly loss: number };

/** All runs' paths in one plane. The start, the same for all, is its origin; both axes have the unit of parameters. */
export type ProjectedPaths = {
  readonly choice: PlaneChoice;
  /** A list a run of the recording, by step. */
  readonly paths: readonly (readonly Dot[])[];
  /** Share of the variance of the paths that lies in the plane; NaN where nothing has moved. */
  readonly share: number;
  /** Whether the plane goes through two runs' ends: not where one of them diverged. */
  readonly isThroughEnds: boolean;
  /** What the next projection need not compute again. */
  readonly known: Known;
};

type Known = {
  readonly start: Float32Array;
  readonly gram: Gram;
  readonly axes: PlaneAxes;
  /** Snapshots there were when the plane was laid. */
  readonly snapshots: number;
  readonly isFinal: boolean;
};

/** Places that a plane is laid through at most. */
const mostPlaces = 200;
/** How much a recording grows before its plane is laid anew; its end is another reason. */
const growth = 1.1;

/**
 * Lays a plane through the runs' snapshots, or keeps the one `before` as long as it still fits, and projects every
 * snapshot. Runs that diverged have no say in the plane. Yields after each portion of work, so that whoever runs it may
 * draw in between. Undefined before the first snapshot.
 */
export function* projectedPaths(
  recording: Recording,
  choice: PlaneChoice,
  before?: ProjectedPaths,
): Generator<undefined, ProjectedPaths | undefined> {
  const snapshots = recording.checkpoints.filter(isSnapshot);
  const [first] = snapshots;
  if (!first) return undefined;
  const start = before?.known.start ?? first.parameters.slice(0, first.parameters.length / recording.runs);
  const isKept =
    before && isSameChoice(before.choice, choice) && fits(before.known, snapshots, recording, choice);
  const { known, share, isThroughEnds } = isKept
    ? before
    : yield* laidPlane(recording, snapshots, start, choice, before?.known.gram);
  const done = isKept ? before.paths.map((path) => new Map(path.map((dot) => [dot.step, dot]))) : [];

  const paths: Dot[][] = [];
  let work = 0;
  for (let run = 0; run < recording.runs; run++) {
    const path: Dot[] = [];
    for (const snapshot of snapshots) {
      const { step, trainLoss } = snapshot;
      if (!isOnItsWay(recording, run, step)) break;
      const dot = done[run]?.get(step);
      if (dot) {
        path.push(dot);
        continue;
      }
      const [x, y] = pointIn(known.axes, start, thetaOf(snapshot, recording.runs, run));
      path.push({ step, x, y, loss: trainLoss[run]! });
      work += start.length;
      if (work < portion) continue;
      work = 0;
      yield;
    }
    paths.push(path);
  }
  return { choice, paths, share, isThroughEnds, known };
}

function* laidPlane(
  recording: Recording,
  snapshots: readonly Checkpoint[],
  start: Float32Array,
  choice: PlaneChoice,
  before: Gram | undefined,
): Generator<undefined, Pick<ProjectedPaths, "known" | "share" | "isThroughEnds">> {
  const runs = runsWithSay(recording, choice.among);
  const steps = new Set(
    chosenSteps(snapshots.map(({ step }) => step), Math.floor(mostPlaces / Math.max(1, runs.length))), // prettier-ignore
  );
  const chosen = snapshots.filter(({ step }) => steps.has(step));
  const wanted = runs.flatMap((run) =>
    chosen
      .filter(({ step }) => isOnItsWay(recording, run, step))
      .map((snapshot) => ({
        ...{ run, id: `${run} ${snapshot.step}` },
        theta: thetaOf(snapshot, recording.runs, run),
      })),
  );
  const all = yield* gramOf(wanted, start, before);
  // A weight may be infinite that no pixel has met yet.
  const places = wanted.filter((_, i) => Number.isFinite(all.dots[i * wanted.length + i]));
  const gram = places.length === wanted.length ? all : yield* gramOf(places, start, all);
  const { dots } = gram;
  const ends = runs.map((run) => places.findLastIndex((place) => place.run === run)).filter((i) => i >= 0);
  const endOf = (run: number) => ends.find((i) => places[i]!.run === run);
  const [a, b] = choice.kind === "ends" ? [endOf(choice.first), endOf(choice.second)] : [];
  const directions =
    a !== undefined && b !== undefined
      ? planeThrough(dots, places.length, a, b)
      : upright(dots, places.length, yield* principalPlane(dots, places.length), ends);
  const axes = yield* axesOfPlane(places, start, directions);
  const known = { start, gram, axes, snapshots: snapshots.length, isFinal: recording.isComplete() };
  return {
    known,
    share: varianceIn(dots, places.length, directions),
    isThroughEnds: a !== undefined && b !== undefined,
  };
}

/** The runs that lay the plane: those shown that have not diverged, or all of them where none is left. */
export function runsWithSay(recording: Recording, among: readonly number[]): number[] {
  const all = among.filter((run) => run < recording.runs);
  const converging = all.filter((run) => !recording.diverged(run));
  return converging.length > 0 ? converging : all;
}

/** A diverged run's path ends before the step at which it did. */
const isOnItsWay = (recording: Recording, run: number, step: number) =>
  step < (recording.diverged(run)?.step ?? Infinity);

/** A run's parameters in a snapshot: a view. */
function thetaOf({ parameters }: Checkpoint, runs: number, run: number): Float32Array {
  const size = parameters.length / runs;
  return parameters.subarray(run * size, (run + 1) * size);
}

/** Whether a plane may stay: little has come since, all who laid it are still there, and this is not yet the end. */
const fits = (
  known: Known,
  snapshots: readonly Checkpoint[],
  recording: Recording,
  choice: PlaneChoice,
): boolean =>
  snapshots.length < growth * known.snapshots &&
  known.isFinal === recording.isComplete() &&
  isSameRuns(known.gram, runsWithSay(recording, choice.among));

const isSameRuns = ({ ids }: Gram, runs: readonly number[]) =>
  [...new Set(ids.map((id) => Number(id.split(" ")[0])))].join() === runs.join();

const isSameChoice = (a: PlaneChoice, b: PlaneChoice): boolean =>
  a.among.join() === b.among.join() &&
  (a.kind === "ends" && b.kind === "ends" ? a.first === b.first && a.second === b.second : a.kind === b.kind);
