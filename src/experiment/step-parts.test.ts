import { describe, expect, test } from "vitest";
import { compile } from "../engine/compile";
import { executeSurface } from "../engine/backends/cpu/surface";
import { modifiers } from "../modifiers/index";
import { optimizers } from "../optimizers/index";
import { conventionsOf } from "../optimizers/optimizer";
import { schedules } from "../schedules/index";
import { numbersOfRun, ruleOfRun } from "./composed-rule";
import { createRecording } from "./recording";
import { compileRule } from "./rule";
import type { RunSpec, SurfaceSpec } from "./spec";
import { rateOf, stepPartsOf, type StepParts } from "./step-parts";
import { surfaceSpec } from "./usual-spec";
import { walkableRule, walkAlong } from "./walkable-rule";

const allOn = Object.fromEntries(Object.entries(modifiers).map(([id, { value }]) => [id, value]));

describe("the parts add up to the recorded step", () => {
  for (const [id, optimizer] of Object.entries(optimizers))
    for (const convention of conventionsOf(optimizer))
      test(`${id}@${convention}, plain and with every schedule and modifier`, () => {
        for (const schedule of [undefined, ...Object.keys(schedules)]) {
          const run = {
            optimizer: id,
            convention,
            hyperparameters: schedule ? { ...allOn, clipWeights: 1.05 } : {},
            ...(schedule !== undefined && { schedule: { id: schedule, parameters: {} } }),
          };
          takenApart(run, {}).forEach(({ parts, step, at }, i) => {
            for (const axis of [0, 1] as const) {
              const sum = Object.values(parts).reduce((total, part) => total + part[axis], 0);
              const off = Math.abs(sum - step[axis]) / Math.max(Math.abs(at[axis]), 1e-3);
              expect(off, `${schedule} step ${i + 1}`).toBeLessThan(1e-13);
            }
          });
        }
      });
});

describe("on the ravine", () => {
  const ravine = { ...surfaceSpec("ravine"), steps: 30 };

  test("momentum adds what it remembers to what it sees", () => {
    const [, , , fourth] = takenApart({ optimizer: "momentum", hyperparameters: { lr: 0.015 } }, ravine);
    expect(fourth!.parts.seen[0]).toBeCloseTo(0.015 * 8.252, 4);
    expect(fourth!.parts.seen[1]).toBeCloseTo(0.015 * 92.94, 3);
    expect(fourth!.parts.remembered[0]).toBeCloseTo(0.015 * 0.9 * 23.88, 3);
    expect(fourth!.parts.remembered[1]).toBeCloseTo(-0.015 * 0.9 * 42.25, 3);
  });

  test("nothing is remembered by the rules that only scale, or only look at signs", () => {
    for (const optimizer of ["sgd", "adagrad", "rmsprop", "rmsprop-centered", "adadelta", "rprop"])
      for (const { parts } of takenApart({ optimizer, hyperparameters: {} }, ravine))
        expect(parts.remembered, optimizer).toEqual([0, 0]);
  });

  test("where Lion's gradient decides, the step is its; where its memory does, it is the memory's", () => {
    const lion = { optimizer: "lion", hyperparameters: { lr: 0.1, beta1: 0.9 } };
    const all = takenApart(lion, { ...ravine, start: [-9, 0.3] });
    const deciders = all.map(({ parts: { seen, remembered } }) =>
      seen[1] !== 0 ? "seen" : remembered[1] && "memory",
    );
    expect(new Set(deciders)).toEqual(new Set(["seen", "memory"]));
    for (const { parts } of all) expect(Math.abs(parts.seen[1] + parts.remembered[1])).toBeCloseTo(0.1, 12);
  });

  test("a penalty and a decay pull, and a limit takes back", () => {
    const pulled = { optimizer: "sgd", hyperparameters: { lr: 0.01, l2: 0.5, decay: 0.2 } };
    for (const { parts, at } of takenApart(pulled, ravine)) {
      // The decay comes first, and the penalty's gradient is that of where the step began.
      expect(parts.pull[0]).toBeCloseTo(-0.01 * (0.5 + 0.2) * at[0], 12);
      expect(parts.remembered[0]).toBeCloseTo(0, 12);
      expect(parts.cut).toEqual([0, 0]);
    }
    const [first] = takenApart({ optimizer: "sgd", hyperparameters: { lr: 0.01, clipWeights: 8 } }, ravine);
    expect(first!.parts.cut[0]).toBeCloseTo(1 - 0.09, 12);
    expect(first!.parts.seen[0]).toBeCloseTo(0.09, 12);
  });

  test("Rprop's rate is the size of its step over the gradient, whether it agrees or starts anew", () => {
    for (const { parts, gradient, step, at } of takenApart(
      { optimizer: "rprop", hyperparameters: {} },
      ravine,
    ))
      if (step[1] !== 0)
        expect(rateOf(parts.seen[1], gradient[1], at[1])).toBeCloseTo(Math.abs(step[1] / gradient[1]), 12);
  });
});

test("a rule that does not turn with its gradients is parted by what it would do without them", () => {
  const rules = [{ name: "uphill", update: "theta = theta - lr * max(g, 0) + 0.01" }];
  for (const { parts, gradient } of takenApart(
    { optimizer: "uphill", hyperparameters: { lr: 0.001 } },
    { rules },
  )) {
    expect(parts.remembered[0]).toBeCloseTo(0.01, 15);
    expect(parts.seen[0]).toBeCloseTo(-0.001 * Math.max(gradient[0], 0), 15);
  }
});

test("a rule that shrinks its parameters by a factor is parted as one that takes a share away", () => {
  const rules = [{ name: "shrink", update: "theta = (1 - lr * wd) * theta - lr * g / (abs(g) + 1)" }];
  const run = { optimizer: "shrink", hyperparameters: { lr: 0.1, wd: 0.2 } };
  for (const { parts, gradient, at } of takenApart(run, { rules })) {
    expect(parts.pull[1]).toBeCloseTo(-0.02 * at[1], 14);
    expect(parts.seen[1]).toBeCloseTo((-0.1 * gradient[1]) / (Math.abs(gradient[1]) + 1), 14);
  }
});

type Taken = {
  readonly parts: StepParts;
  readonly step: readonly [number, number];
  readonly gradient: readonly [number, number];
  readonly at: readonly [number, number];
};

function takenApart(
  given: Pick<RunSpec, "optimizer" | "hyperparameters"> & Partial<RunSpec>,
  change: Partial<SurfaceSpec>,
) {
  const run: RunSpec = { convention: "pytorch", number: 1, ...given };
  const spec: SurfaceSpec = { ...surfaceSpec("rosenbrock"), steps: 40, ...change, runs: [run] };
  const recording = createRecording(1, spec.steps, true);
  recording.append(executeSurface(compile(spec)).walk(spec.steps + 1));
  const rule = compileRule(ruleOfRun(spec, run));
  const walkable = walkableRule(rule);
  const partsOf = stepPartsOf(rule, walkable);
  const walk = walkAlong(walkable, recording, 0, { ...numbersOfRun(spec, run), steps: spec.steps });
  const all: Taken[] = [];
  for (let step = 1; step <= recording.lastStep(0); step++) {
    walk.begin();
    const [from, to] = [recording.positionAt(0, step - 1), recording.positionAt(0, step)];
    all.push({
      parts: partsOf(walk.values),
      step: [to[0] - from[0], to[1] - from[1]],
      gradient: recording.gradientAt(0, step - 1),
      at: from,
    });
    walk.finish();
  }
  return all;
}
