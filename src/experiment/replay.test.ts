import { expect, test } from "vitest";
import { compile } from "../engine/compile";
import { executeSurface } from "../engine/backends/cpu/surface";
import { branchOf, numbersOfRun, ruleOfRun } from "./composed-rule";
import { createRecording } from "./recording";
import { replayOf } from "./replay";
import { compileRule } from "./rule";
import type { RunSpec, SurfaceSpec } from "./spec";
import { surfaceSpec } from "./usual-spec";
import { walkableRule } from "./walkable-rule";

test("what momentum remembers is the same whichever way a step is come to", () => {
  const { replay, valueOf } = replayed({ optimizer: "momentum", hyperparameters: { lr: 0.0005 } }, 300);
  const ahead = Array.from({ length: 300 }, (_, i) => valueOf(replay.at(i + 1).values, "b"));
  expect(ahead[0]).toEqual([0, 0]);
  for (const step of [300, 299, 298, 64, 65, 66, 1, 2, 130, 129, 128, 300, 200])
    expect(valueOf(replay.at(step).values, "b"), `step ${step}`).toEqual(ahead[step - 1]);
  expect(valueOf(replay.at(200).values, "t")).toEqual([200, 200]);
});

test("a step asked for twice is the same, penalties and schedule included", () => {
  const { replay, valueOf } = replayed(
    {
      optimizer: "adam",
      hyperparameters: { l2: 0.1, clipNorm: 1 },
      schedule: { id: "plateau", parameters: { patience: 2 } },
    },
    200,
  );
  const once = ["g", "m", "v", "schedule_best"].map((name) => valueOf(replay.at(150).values, name));
  expect(["g", "m", "v", "schedule_best"].map((name) => valueOf(replay.at(150).values, name))).toEqual(once);
});

test("a run that branches is walked with the numbers it had at each step, whichever way a step is come to", () => {
  const { replay, valueOf, recording } = replayed(
    {
      optimizer: "adam",
      hyperparameters: { lr: 0.02, beta1: 0.5 },
      until: { step: 40, hyperparameters: { lr: 0.01 } },
    },
    100,
  );
  for (const step of [1, 41, 40, 100, 2, 42]) {
    const walk = replay.at(step);
    expect(["lr", "beta1"].map((name) => valueOf(walk.values, name)[0])).toEqual(
      step <= 40 ? [0.01, 0.9] : [0.02, 0.5],
    );
    walk.finish();
    valueOf(walk.values, "theta").forEach((coordinate, axis) =>
      expect(coordinate).toBeCloseTo(recording.positionAt(0, step)[axis]!, 12),
    );
  }
});

test("the last of 5,000 steps is reached in less than a frame's time of each run a screen holds", () => {
  const { replay } = replayed({ optimizer: "adam", hyperparameters: {} }, 5000);
  const begun = performance.now();
  replay.at(5000);
  const first = performance.now() - begun;
  for (let step = 5000; step > 4900; step--) replay.at(step);
  const each = (performance.now() - begun - first) / 100;
  console.log(`5,000 steps of Adam walked anew: ${first.toFixed(1)} ms; a step back: ${each.toFixed(3)} ms`);
  expect(each).toBeLessThan(5);
});

function replayed(run: Pick<RunSpec, "optimizer" | "hyperparameters" | "schedule" | "until">, steps: number) {
  const spec: SurfaceSpec = {
    ...surfaceSpec("rosenbrock"),
    steps,
    runs: [{ ...run, convention: "pytorch", number: 1 }],
  };
  const recording = createRecording(1, steps, true);
  recording.append(executeSurface(compile(spec)).walk(steps + 1));
  const walkable = walkableRule(compileRule(ruleOfRun(spec, spec.runs[0]!)));
  const numbers = { ...numbersOfRun(spec, spec.runs[0]!), steps };
  const { until } = branchOf(spec, spec.runs[0]!, steps);
  const replay = replayOf(walkable, recording, 0, numbers, until);
  const valueOf = (values: readonly [Float64Array, Float64Array], name: string) =>
    values.map((each) => each[walkable.names.indexOf(name)]);
  return { replay, valueOf, recording };
}
