import { expect, test } from "vitest";
import { composed } from "../experiment/composed-rule";
import { compileRule } from "../experiment/rule";
import { runOn, surfaceSpec } from "../experiment/usual-spec";
import { toClosure } from "../formula/emit/evaluate";
import ends from "../modifiers/reference-end-points.json";
import { modifiers } from "../modifiers/index";
import { optimizers } from "../optimizers/index";
import rates from "../schedules/reference-rates.json";
import { schedules } from "../schedules/index";
import { valuesOf, type RunSpec } from "../experiment/spec";
import { surfaces } from "../surfaces/index";
import { parseLink } from "../store/parse-link";
import { executeSurface } from "./backends/cpu/surface";
import { closureWalker, generateWalker } from "./backends/cpu/walk";
import { compile } from "./compile";

// Schedules and modifiers: what stands around a rule.

test.each(rates.schedules)(`$by of ${rates.source} is our schedule $schedule`, (reference) => {
  const parameters = Object.fromEntries(Object.entries(reference.parameters));
  const found = ratesOf(reference.schedule as keyof typeof schedules, parameters, reference.losses);
  found.forEach((rate, i) => expect(rate / reference.rates[i]!, `step ${i + 1}`).toBeCloseTo(1, 10));
});

test("every schedule has its reference, keeps to its rate or below, and never turns it round", () => {
  const ids = Object.keys(schedules) as (keyof typeof schedules)[];
  expect(rates.schedules.map(({ schedule }) => schedule).sort()).toEqual([...ids].sort());
  for (const id of ids)
    for (const rate of ratesOf(id, {})) {
      expect(rate, id).toBeGreaterThanOrEqual(0);
      expect(rate, id).toBeLessThanOrEqual(0.1 * (1 + 1e-12));
    }
});

test("a plateau below zero is one too", () => {
  const still = ratesOf("plateau", { patience: 2, factor: 0.5 }, Array<number>(20).fill(-3));
  expect(still.at(-1)).toBeLessThan(0.1 / 8);
  const falling = Array.from({ length: 20 }, (_, i) => -3 - i);
  expect(ratesOf("plateau", { patience: 2, factor: 0.5 }, falling).at(-1)).toBe(0.1);
});

test.each(ends.endPoints)(`$run ends where ${ends.source} does: $by`, ({ run, end }) => {
  const { spec, problems } = parseLink(`#surface=rosenbrock&run=${run}`);
  expect(problems).toEqual([]);
  const experiment = compile(spec);
  if (experiment.kind !== "surface") throw new Error("a surface was asked for");
  const { theta } = executeSurface(experiment).walk(101);
  theta!.subarray(-2).forEach((coordinate, i) => expect(coordinate).toBeCloseTo(end[i]!, 9));
});

test("with every modifier and each schedule around it, each rule's generated code is its closures' bit for bit", () => {
  const around = { clip: 3, clipNorm: 4, l1: 0.01, l2: 0.02, decay: 0.03, clipWeights: 5 };
  expect(Object.keys(around).sort()).toEqual(Object.keys(modifiers).sort());
  let compared = 0;
  for (const id of Object.keys(optimizers))
    for (const schedule of Object.keys(schedules)) {
      const plain = runOn(surfaces.ravine, id, 1);
      const run: RunSpec = {
        ...plain,
        hyperparameters: { ...plain.hyperparameters, ...around },
        schedule: { id: schedule, parameters: {} },
      };
      const experiment = compile({ ...surfaceSpec("ravine"), noise: 0.1, steps: 30, runs: [run] });
      const frames = [generateWalker, closureWalker].map((make) => {
        return executeSurface(experiment, undefined, make).walk(31);
      });
      expect(frames[0], `${id} ${schedule}`).toEqual(frames[1]);
      compared++;
    }
  expect(compared).toBe(Object.keys(optimizers).length * Object.keys(schedules).length);
});

test("a gradient clipped by its norm keeps its direction; one clipped by value may turn", () => {
  const step = (hyperparameters: Record<string, number>) => {
    const run: RunSpec = {
      optimizer: "sgd",
      convention: "pytorch",
      hyperparameters: { lr: 1, ...hyperparameters },
      number: 1,
    };
    const experiment = compile({ ...surfaceSpec("ravine"), start: [-9, 2], steps: 1, runs: [run] });
    const { theta } = executeSurface(experiment).walk(2);
    return [theta![2]! + 9, theta![3]! - 2];
  };
  // The gradient there is (-9, 100).
  const [x = 0, y = 0] = step({ clipNorm: 2 });
  expect(Math.hypot(x, y)).toBeCloseTo(2, 12);
  expect(y / x).toBeCloseTo(-100 / 9, 12);
  expect(step({ clip: 2 })).toEqual([2, -2]);
  expect(step({ clipNorm: 1000 })).toEqual(step({}));
});

/** What a schedule makes of a rate of 0.1, step by step. */
function ratesOf(
  id: keyof typeof schedules,
  given: Record<string, number>,
  losses?: readonly number[],
): number[] {
  const rule = compileRule(composed({ update: "theta = theta - lr * g" }, id));
  const parameters = valuesOf(schedules[id].parameters, given);
  const values: Record<string, number> = { lr: 0.1, steps: 100, g: 1, theta: 0, g_norm: 1 };
  for (const [name, value] of Object.entries(parameters)) values[`schedule_${name}`] = value;
  const evaluated = (expression: Parameters<typeof toClosure>[0]) =>
    toClosure(expression, Object.keys(values))(Object.values(values));
  rule.state.forEach((name, i) => (values[name] = evaluated(rule.initial[i]!)));
  return Array.from({ length: losses?.length ?? 100 }, (_, i) => {
    Object.assign(values, { t: i + 1, theta: 0, loss_t: losses?.[i] ?? 1 / (i + 1) });
    for (const { target, value } of [...rule.perStep, ...rule.update]) values[target] = evaluated(value);
    return -values.theta!;
  });
}
