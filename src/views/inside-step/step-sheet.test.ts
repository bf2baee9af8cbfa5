import { describe, expect, test } from "vitest";
import { compile } from "../../engine/compile";
import { executeSurface } from "../../engine/backends/cpu/surface";
import { createRecording } from "../../experiment/recording";
import type { RunSpec, SurfaceSpec } from "../../experiment/spec";
import { surfaceSpec } from "../../experiment/usual-spec";
import { modifiers } from "../../modifiers/index";
import { optimizers } from "../../optimizers/index";
import { conventionsOf } from "../../optimizers/optimizer";
import { schedules } from "../../schedules/index";
import { rowInWords } from "./in-words";
import { stepSheetOf } from "./step-sheet";

const allOn = Object.fromEntries(Object.entries(modifiers).map(([id, { value }]) => [id, value]));

describe("on Rosenbrock, what the last line comes to is the recorded next point, for", () => {
  for (const [id, optimizer] of Object.entries(optimizers))
    for (const convention of conventionsOf(optimizer))
      test(`${id}@${convention}, plain and with every schedule and modifier`, () => {
        for (const schedule of [undefined, ...Object.keys(schedules)]) {
          const { sheet, recording } = worked({
            optimizer: id,
            convention,
            hyperparameters: schedule ? { ...allOn, clipWeights: 1.05 } : {},
            ...(schedule !== undefined && { schedule: { id: schedule, parameters: {} } }),
          });
          const { program } = sheet;
          for (const step of [1, 2, 3, 40, 17].filter((each) => each <= recording.lastStep(0))) {
            const { values, parts } = sheet.at(step);
            const next = values(program.last.get(program.reports)!);
            const [from, to] = [step - 1, step].map((each) => recording.positionAt(0, each));
            for (const axis of [0, 1] as const) {
              const where = `${schedule} step ${step} axis ${axis}`;
              expect(next[axis] / to![axis], where).toBeCloseTo(1, 9);
              const told = values("#step")[axis];
              const sum = Object.values(parts).reduce((total, part) => total + part[axis], 0);
              expect(Math.abs(told - (to![axis] - from![axis])), where).toBeLessThan(
                1e-9 * Math.abs(to![axis]),
              );
              expect(Math.abs(sum - told), where).toBeLessThan(1e-12 * Math.max(1, Math.abs(to![axis])));
            }
          }
        }
      });
});

test("step 4 of momentum in the ravine reads as it is drawn", () => {
  const { read } = worked({ optimizer: "momentum", hyperparameters: { lr: 0.015 } }, "ravine");
  expect(read(4)).toEqual([
    "seen | the gradient seen now: g_4 = ∇f(θ_3) = (x, 50y) = (−8.25, −92.94)",
    "remembered | fading sum of the gradients: b_4 = μb_3 + g_4 = 0.9(−23.88, 42.25) + (−8.25, −92.94) = (−29.74, −54.91)",
    "step | the step: Δθ = −ηb_4 = −0.015(−29.74, −54.91) = (0.446, 0.824)",
    "| the new point: θ_4 = θ_3 + Δθ = (−8.252, −1.859) + (0.446, 0.824) = (−7.806, −1.035)",
  ]);
});

test("step 4 of RMSprop in the ravine reads as it is drawn", () => {
  const { read } = worked({ optimizer: "rmsprop", hyperparameters: { lr: 0.05 } }, "ravine");
  expect(read(4)).toEqual([
    "seen | the gradient seen now: g_4 = ∇f(θ_3) = (x, 50y) = (−7.88, 49.07)",
    "| fading mean of the squared gradients: s_4 = ρs_3 + (1 − ρ)g_4^2 = 0.99(2.17, 189.64) + 0.01(62.1, 2407.7) = (2.77, 211.82)",
    "rate | a rate for each coordinate: r_4 = η / (√(s_4) + ε) = 0.05 / (1.67, 14.55) = (0.0300, 0.0034)",
    "step | the step: Δθ = −r_4 ⊙ g_4 = −(0.0300, 0.0034) ⊙ (−7.88, 49.07) = (0.237, −0.169)",
    "| the new point: θ_4 = θ_3 + Δθ = (−7.879, 0.981) + (0.237, −0.169) = (−7.643, 0.813)",
  ]);
});

test("of Adam, the rate is that of the mean gradient, and what it remembers is told from what it divides by", () => {
  const { read } = worked({ optimizer: "adam", hyperparameters: { lr: 0.3 } }, "ravine");
  expect(read(4)).toEqual([]);
});

test("where the iterate is a mean of what a rule remembers, that is what steps", () => {
  const { read } = worked({ optimizer: "schedule-free", hyperparameters: { lr: 0.3 } }, "ravine");
  expect(read(4).slice(3)).toEqual([]);
});

test("a schedule, a penalty, a clipping and a decay have lines of their own, and the step is told at the end", () => {
  const { read } = worked(
    {
      optimizer: "momentum",
      hyperparameters: { lr: 0.015, l2: 0.1, clip: 10, decay: 0.2 },
      schedule: { id: "one-cycle", parameters: {} },
    },
    "ravine",
  );
  expect(read(4)).toEqual([]);
});

test("what changes from no step to the next has no index, and a sign no decimals", () => {
  const { read } = worked({ optimizer: "radam", hyperparameters: {} }, "ravine");
  expect(read(4)[4]).toBe("");
  const { read: readRprop } = worked({ optimizer: "rprop", hyperparameters: {} }, "ravine");
  expect(readRprop(4)[1]).toBe("");
});

test("noise is told apart from the surface's own gradient", () => {
  const { read } = worked({ optimizer: "sgd" }, "ravine", { noise: 2 });
  expect(read(4)[0]).toBe("");
});

test("a visitor's rule is told by what becomes of its names", () => {
  const rules = [
    { name: "mine", update: "q = 0.9 * q + g; w = w + abs(g); k = q / w; theta = theta - lr * k" },
  ];
  const { read } = worked({ optimizer: "mine", hyperparameters: { lr: 0.5 } }, "himmelblau", { rules });
  expect(read(2)).toEqual([]);
});

function worked(given: Partial<RunSpec>, surface = "rosenbrock", change: Partial<SurfaceSpec> = {}) {
  const run: RunSpec = { optimizer: "sgd", convention: "pytorch", hyperparameters: {}, number: 1, ...given };
  const spec: SurfaceSpec = { ...surfaceSpec(surface), steps: 40, ...change, runs: [run] };
  const recording = createRecording(1, spec.steps, true);
  recording.append(executeSurface(compile(spec)).walk(spec.steps + 1));
  const sheet = stepSheetOf(spec, recording, 0);
  const read = (step: number) =>
    sheet.rule.rows.map((row) => `${row.glyph ?? ""} | ${rowInWords(row, sheet.at(step).textOf)}`.trim());
  return { sheet, recording, read };
}
