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
  expect(read(4)).toEqual([
    "seen | the gradient seen now: g_4 = ∇f(θ_3) = (x, 50y) = (−8.10, 55.45)",
    "remembered | fading mean of the gradients: m_4 = β_1m_3 + (1 − β_1)g_4 = 0.9(−2.35, 22.76) + 0.1(−8.10, 55.45) = (−2.93, 26.03)",
    "| fading mean of the squared gradients: v_4 = β_2v_3 + (1 − β_2)g_4^2 = 0.999(0.23, 22.11) + 0.001(65.6, 3074.2) = (0.29, 25.17)",
    "| m, its start at 0 made good: m hat_4 = m_4 / (1 − β_1^t) = (−2.93, 26.03) / 0.3439 = (−8.51, 75.69)",
    "| v, its start at 0 made good: v hat_4 = v_4 / (1 − β_2^t) = (0.29, 25.17) / 0.003994 = (73.2, 6300.8)",
    "rate | a rate for each coordinate: r_4 = η / (√(v hat_4) + ε) = 0.3 / (8.56, 79.38) = (0.0351, 0.0038)",
    "step | the step: Δθ = −r_4 ⊙ m hat_4 = −(0.0351, 0.0038) ⊙ (−8.51, 75.69) = (0.298, −0.286)",
    "| the new point: θ_4 = θ_3 + Δθ = (−8.101, 1.109) + (0.298, −0.286) = (−7.803, 0.823)",
  ]);
});

test("where the iterate is a mean of what a rule remembers, that is what steps", () => {
  const { read } = worked({ optimizer: "schedule-free", hyperparameters: { lr: 0.3 } }, "ravine");
  expect(read(4).slice(3)).toEqual([
    "remembered | where plain steps lead: z_4 = z_3 − ηg_4 / (√(v hat_4) + ε) = (−8.112, 1.161) − 0.3(−8.38, 70.10) / (8.66, 83.86) = (−7.822, 0.910)",
    "step | the step: Δx = (z_4 − x_3) / t = ((−7.822, 0.910) − (−8.406, 1.429)) / 4 = (0.146, −0.130)",
    "| the new point: x_4 = x_3 + Δx = (−8.406, 1.429) + (0.146, −0.130) = (−8.260, 1.299)",
    "| where the next gradient is taken: θ_4 = (1 − β_1)z_4 + β_1x_4 = 0.1(−7.822, 0.910) + 0.9(−8.260, 1.299) = (−8.216, 1.260)",
  ]);
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
  expect(read(4)).toEqual([
    "seen | the gradient seen now: g_4 = ∇f(θ_3) = (x, 50y) = (−8.92, 96.43)",
    "| L2 penalty: g′_4 = g_4 + λ_2θ_3 = (−8.92, 96.43) + 0.1(−8.925, 1.929) = (−9.82, 96.62)",
    "| how far up it is, 0 to 1: rise_4 = min((t − 1) / max(peak T − 1, 1), 1) = min((4 − 1) / max(0.3 · 40 − 1, 1), 1) = 0.2727",
    "| how far down it is, 0 to 1: fall_4 = max((t − peak T) / max(T − peak T, 1), 0) = max((4 − 0.3 · 40) / max(40 − 0.3 · 40, 1), 0) = 0",
    "| share of the rate on the way up: up_4 = initial + (1 − initial)(1 − cos(π rise_4)) / 2 = 0.04 + (1 − 0.04)(1 − cos(π · 0.2727)) / 2 = 0.2057",
    "| share of the rate on the way down: down_4 = last + (1 − last)(1 + cos(π fall_4)) / 2 = 4·10⁻⁶ + (1 − 4·10⁻⁶)(1 + cos(π · 0)) / 2 = 1",
    "| learning rate of this step: η_4 = η min(up_4, down_4) = 0.015 min(0.2057, 1) = 0.003085",
    "| clip by value: g′′_4 = max(−c, min(c, g′_4)) = max(−10, min(10, (−9.82, 96.62))) = (−9.82, 10.00)",
    "| decoupled weight decay: θ′_4 = θ_3 − η_4λ_wθ_3 = (−8.925, 1.929) − 6.170·10⁻⁴(−8.925, 1.929) = (−8.919, 1.927)",
    "remembered | fading sum of the gradients: b_4 = μb_3 + g′′_4 = 0.9(−26.79, 27.10) + (−9.82, 10.00) = (−33.93, 34.39)",
    "| where the rule steps to: θ_4 = θ′_4 − η_4b_4 = (−8.919, 1.927) − 0.003085(−33.93, 34.39) = (−8.815, 1.821)",
    "step | the step: Δθ = θ_4 − θ_3 = (−8.815, 1.821) − (−8.925, 1.929) = (0.110, −0.107)",
  ]);
});

test("what changes from no step to the next has no index, and a sign no decimals", () => {
  const { read } = worked({ optimizer: "radam", hyperparameters: {} }, "ravine");
  expect(read(4)[4]).toBe(
    "| length of v's memory: ρ_inf = max(2 / (1 − β_2) − 1, 5) = max(2 / (1 − 0.999) − 1, 5) = 1999",
  );
  const { read: readRprop } = worked({ optimizer: "rprop", hyperparameters: {} }, "ravine");
  expect(readRprop(4)[1]).toContain(
    "a_4 = sgn(g_4) ⊙ sgn(g_prev,3) = sgn(−8.96, 98.18) ⊙ sgn(−8.98, 98.90) = (1, 1)",
  );
});

test("noise is told apart from the surface's own gradient", () => {
  const { read } = worked({ optimizer: "sgd" }, "ravine", { noise: 2 });
  expect(read(4)[0]).toBe(
    "seen | the gradient seen now, with its noise: g_4 = ∇f(θ_3) + ξ_4 = (−8.75, 12.32) + (0.428, −0.056) = (−8.32, 12.27)",
  );
});

test("a visitor's rule is told by what becomes of its names", () => {
  const rules = [
    { name: "mine", update: "q = 0.9 * q + g; w = w + abs(g); k = q / w; theta = theta - lr * k" },
  ];
  const { read } = worked({ optimizer: "mine", hyperparameters: { lr: 0.5 } }, "himmelblau", { rules });
  expect(read(2)).toEqual([
    "seen | the gradient seen now: g_2 = ∇f(θ_1) = (−23.64, −11.66)",
    "remembered | a direction, remembered: q_2 = 0.9q_1 + g_2 = 0.9(−0.052, −0.055) + (−23.64, −11.66) = (−23.69, −11.71)",
    "| a size, remembered: w_2 = w_1 + |g_2| = (0.052, 0.055) + |(−23.64, −11.66)| = (23.70, 11.71)",
    "| a direction: k_2 = q_2 / w_2 = (−23.69, −11.71) / (23.70, 11.71) = (−1.00, −1.00)",
    "step | the step: Δθ = −ηk_2 = −0.5(−1.00, −1.00) = (0.500, 0.500)",
    "| the new point: θ_2 = θ_1 + Δθ = (0.230, −0.420) + (0.500, 0.500) = (0.730, 0.080)",
  ]);
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
