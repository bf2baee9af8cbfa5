import type { Recording } from "../../experiment/recording";
import { isSnapshot } from "../../experiment/snapshots";
import { planeThrough, principalPlane, projected, type Plane } from "./plane";

/** Which plane all paths are projected to: the one that keeps most of their spread, or that through start and two ends. */
export type PlaneChoice = "principal" | readonly [one: number, other: number];

/** A run's iterate at a snapshot, in the plane, and the loss there. */
export type PathPoint = {
  readonly step: number;
  readonly x: number;
  readonly y: number;
  readonly loss: number;
};

/** All paths in one plane. */
export type Paths = {
  /** By run, in order of steps. */
  readonly runs: readonly (readonly PathPoint[])[];
  /** Share of all squared distances from the start that lies in the plane, in [0, 1]. */
  readonly explained: number;
};

/** Products of points with each other, in numbers, that finding a plane may take. */
const mostProducts = 6e7;
/** Points that a plane is found from at most. */
const mostPoints = 64;

/**
 * Projects the snapshots of a recording's runs. Yields often, so that a page may draw in between. A run that diverged ends
 * with its last finite iterate.
 */
export function* pathsOf(
  recording: Recording,
  choice: PlaneChoice,
  runs: readonly number[],
): Generator<undefined, Paths | undefined> {
  const snapshots = recording.checkpoints.filter(isSnapshot);
  const size = (snapshots[0]?.parameters.length ?? 0) / recording.runs;
  if (size === 0 || runs.length === 0) return undefined;
  const tracks = runs.map((run) =>
    snapshots
      .filter(({ step }) => !recording.diverged(run) || step < recording.diverged(run)!.step)
      .map(({ step, parameters, trainLoss }) => ({
        step,
        loss: trainLoss[run]!,
        parameters: parameters.subarray(run * size, (run + 1) * size),
      }))
      .filter(({ loss }) => Number.isFinite(loss)),
  );
  const start = tracks.find((track) => track.length > 0)?.[0]?.parameters;
  if (!start) return undefined;
  const ends = typeof choice === "string" ? [] : choice.map((run) => tracks[runs.indexOf(run)]?.at(-1));
  const plane: Plane =
    ends[0] && ends[1]
      ? planeThrough(start, ends[0].parameters, ends[1].parameters)
      : yield* principalPlane(
          chosen(
            tracks.map((track) => track.map(({ parameters }) => parameters)),
            size,
          ),
        );
  const home = projected(start, plane);
  let [inside, all] = [0, 0];
  const drawn: PathPoint[][] = [];
  for (const track of tracks) {
    const points: PathPoint[] = [];
    for (const { step, loss, parameters } of track) {
      const { x, y } = projected(parameters, plane);
      const moved = [x - home.x, y - home.y] as const;
      inside += moved[0] ** 2 + moved[1] ** 2;
      all += squaredDistance(parameters, start);
      points.push({ step, loss, x: moved[0], y: moved[1] });
      yield;
    }
    drawn.push(points);
  }
  return { runs: drawn, explained: all > 0 ? inside / all : 1 };
}

/** Some of each run's points, evenly over its snapshots, the last among them: as many as can be computed in a moment. */
function chosen(tracks: readonly (readonly Float32Array[])[], size: number): Float32Array[] {
  const most = Math.max(3, Math.min(mostPoints, Math.floor(Math.sqrt((2 * mostProducts) / size))));
  const each = Math.max(2, Math.floor(most / tracks.length));
  return tracks.flatMap((track) => {
    const count = Math.min(each, track.length);
    return Array.from({ length: count }, (_, i) => track[Math.round(((i + 1) * track.length) / count) - 1]!);
  });
}

function squaredDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum;
}
