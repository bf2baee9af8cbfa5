import { describe, expect, it } from "vitest";
import { blankCheckpoint } from "../../../experiment/blank-checkpoint";
import type { Checkpoint } from "../../../experiment/frame";
import { createRecording } from "../../../experiment/recording";
import { projectedPaths, type PlaneChoice, type ProjectedPaths } from "./projected-paths";

const among = [0, 1, 2, 3, 4, 5];
const principal = { among, kind: "principal" } as const;

describe("paths in a plane", () => {
  // Two runs that leave (1, 1, 1, 1) along the first and the second axis, and stray along the third.
  const recording = recorded([0, 10, 20, 30, 40].map((t) => [t, [[t, 0, (t * t) / 400, 0], [0, -t, 0, 0]]])); // prettier-ignore
  const { paths, share } = project(recording);

  it("begin at the same point, the origin, and are as long as the recording", () => {
    expect(paths.map((path) => path.map(({ step }) => step))).toEqual([[0, 10, 20, 30, 40], [0, 10, 20, 30, 40]]); // prettier-ignore
    for (const [first] of paths) expect([first!.x, first!.y]).toEqual([0, 0]);
  });

  it("keep their distances where the plane holds nearly all movement, and say how much it holds", () => {
    expect(share).toBeGreaterThan(0.99);
    expect(share).toBeLessThan(1);
    expect(Math.hypot(paths[0]![4]!.x, paths[0]![4]!.y)).toBeCloseTo(Math.hypot(40, 4), 0);
    expect(Math.hypot(paths[1]![4]!.x, paths[1]![4]!.y)).toBeCloseTo(40, 0);
  });

  it("carry the true training loss of each point", () => {
    expect(paths[1]!.map(({ loss }) => loss)).toEqual([1, 1.1, 1.2, 1.3, 1.4].map((x) => x + 1));
  });

  it("in the plane through the runs' ends hold those ends exactly", () => {
    const ends = project(recording, { among, kind: "ends", first: 0, second: 1 });
    const [a, b] = [ends.paths[0]!.at(-1)!, ends.paths[1]!.at(-1)!];
    expect(Math.hypot(a.x, a.y)).toBeCloseTo(Math.hypot(40, 4), 4);
    expect(Math.hypot(b.x, b.y)).toBeCloseTo(40, 4);
    expect(b.x - a.x).toBeCloseTo(Math.hypot(40, 40, 4), 4);
    expect(a.y).toBeLessThan(0);
  });
});

it("a run that diverged keeps its path up to there, and has no say in the plane", () => {
  const steps = [0, 10, 20, 30, 40].map((t) => [t, [[t, 0, 0, 0], [0, 0, 1e6 * t, 0]]] as const); // prettier-ignore
  const recording = recorded(steps, 25);
  const { paths, share } = project(recording);
  expect(paths[1]!.map(({ step }) => step)).toEqual([0, 10, 20]);
  expect(paths[0]!.at(-1)!.x).toBeCloseTo(40, 4);
  expect(share).toBeCloseTo(1, 9);
});

it("a run that is hidden has no say in the plane, and no plane goes through the end of one that diverged", () => {
  const steps = [0, 10, 20, 30, 40].map((t) => [t, [[t, 0, 0, 0], [0, 0, 90 * t, t * t]]] as const); // prettier-ignore
  expect(project(recorded(steps)).share).toBeLessThan(0.999999);
  const alone = project(recorded(steps), { among: [0], kind: "principal" });
  expect(alone.share).toBeCloseTo(1, 9);
  expect(alone.paths[0]!.at(-1)!.x).toBeCloseTo(40, 4);
  const ends = { among, kind: "ends", first: 0, second: 1 } as const;
  expect(project(recorded(steps), ends).isThroughEnds).toBe(true);
  expect(project(recorded(steps, 5), ends).isThroughEnds).toBe(false);
});

describe("a growing recording", () => {
  const all = Array.from({ length: 40 }, (_, i) => [i, [[i, i * i, 0, 0], [0, Math.sin(i), i, 0]]] as const); // prettier-ignore

  it("keeps its plane while little comes, and lays it anew when more has come", () => {
    const at30 = project(recorded(all.slice(0, 30)));
    const at31 = project(recorded(all.slice(0, 31)), principal, at30);
    expect(at31.known).toBe(at30.known);
    expect(at31.paths[0]![29]).toBe(at30.paths[0]![29]);
    expect(at31.paths[0]).toHaveLength(31);
    expect(project(recorded(all.slice(0, 34)), principal, at30).known).not.toBe(at30.known);
  });

  it("ends in the plane that the whole recording gives at once", () => {
    let grown: ProjectedPaths | undefined;
    for (let length = 1; length <= 40; length++) grown = project(recorded(all.slice(0, length)), principal, grown); // prettier-ignore
    const whole = project(recorded(all, Infinity, 39));
    const last = project(recorded(all, Infinity, 39), principal, grown);
    expect(last.known).not.toBe(grown!.known);
    last.paths.forEach((path, run) =>
      path.forEach(({ x, y }, i) => {
        expect(x).toBeCloseTo(whole.paths[run]![i]!.x, 4);
        expect(y).toBeCloseTo(whole.paths[run]![i]!.y, 4);
      }),
    );
  });

  it("of which nothing is measured yet has no paths", () => {
    expect(projectedPaths(createRecording(2, 9, false), principal).next()).toEqual({ done: true, value: undefined }); // prettier-ignore
  });
});

it("many snapshots of many runs are projected in portions, each of them short", () => {
  const parameters = 8070;
  const steps = Array.from({ length: 109 }, (_, i) => i);
  const recording = createRecording(6, 200, false, Infinity);
  const checkpoints = steps.map((step) =>
    blankCheckpoint(
      step,
      {
        parameters: Float32Array.from({ length: 6 * parameters }, (_, i) => Math.sin(i * (step + 1))),
      },
      6,
    ),
  );
  recording.append({ first: 0, count: 120, runs: 6, loss: new Float64Array(720), checkpoints });
  const work = projectedPaths(recording, principal);
  let [portions, longest] = [0, 0];
  for (let next = { done: false } as { done?: boolean }; !next.done; portions++) {
    const begun = performance.now();
    next = work.next();
    longest = Math.max(longest, performance.now() - begun);
  }
  console.log(`paths of 6 runs, 109 snapshots: ${portions} portions, the longest ${longest.toFixed(1)} ms`);
  expect(portions).toBeGreaterThan(100);
});

type Moves = readonly (readonly [step: number, moves: readonly (readonly number[])[]])[];

/** A recording whose runs start at (1, 1, 1, 1); the second one diverges where that is said. */
function recorded(moves: Moves, divergedAt = Infinity, steps = 100) {
  const frames = moves.at(-1)![0] + 1;
  const recording = createRecording(2, steps, false);
  const loss = Float64Array.from({ length: 2 * frames }, (_, i) => (i - frames >= divergedAt ? Infinity : 1));
  const checkpoints = moves.map(([step, runs]): Checkpoint =>
    blankCheckpoint(step, {
      test: new Float64Array(2),
      trainLoss: Float64Array.of(step / 100 + 1, step / 100 + 2),
      parameters: Float32Array.from(runs.flat(), (move) => 1 + move),
    }),
  );
  recording.append({ first: 0, count: frames, runs: 2, loss, checkpoints });
  return recording;
}

function project(
  recording: ReturnType<typeof recorded>,
  choice: PlaneChoice = principal,
  before?: ProjectedPaths,
): ProjectedPaths {
  const work = projectedPaths(recording, choice, before);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value!;
  }
}
