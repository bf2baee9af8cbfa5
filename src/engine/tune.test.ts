import { describe, expect, test } from "vitest";
import type { ExperimentSpec } from "../experiment/spec";
import { networkSpec } from "../experiment/usual-spec";
import { optimizers } from "../optimizers/index";
import { parseLink } from "../store/parse-link";
import { executeSurface } from "./backends/cpu/surface";
import { compile } from "./compile";
import { trialsPerRun, tunedRunsOf } from "./tune";

describe("the rates tried for each run", () => {
  test("are as many for every rule, and the best of them is of three digits and on the slider", () => {
    for (const id of Object.keys(optimizers)) {
      const { runs, trials } = tuned(`run=${id}&run=sgd&steps=60`);
      const { range } = optimizers[id as keyof typeof optimizers].hyperparameters.lr!;
      const [best] = runs;
      if (best?.kind !== "best") throw new Error(`${id} ended nowhere`);
      expect(best.lr).toBe(Number(best.lr.toPrecision(3)));
      expect(best.lr >= range[0] && best.lr <= range[1], id).toBe(true);
      expect(trials).toBe(2 * trialsPerRun);
    }
  });

  test("leave the run where the page then shows it: no rate tried ends lower", () => {
    const link = (lr: number) => `surface=rosenbrock&noise=0.1&run=momentum(lr=${lr},momentum=0.8,clip=5)`;
    const [best] = tuned(link(0.5)).runs;
    if (best?.kind !== "best") throw new Error("no rate");
    expect(endingLoss(link(best.lr))).toBeCloseTo(best.loss, 12);
    const lr = optimizers.momentum.hyperparameters.lr!;
    for (let i = 0; i < trialsPerRun; i++) {
      const tried = lr.range[0] * (lr.range[1] / lr.range[0]) ** (i / (trialsPerRun - 1));
      const loss = endingLoss(link(Number(tried.toPrecision(3))));
      if (!Number.isNaN(loss)) expect(loss).toBeGreaterThanOrEqual(best.loss * (1 - 1e-12));
    }
  });

  test("do not depend on the rate the run has, nor on its number, its name or the runs beside it", () => {
    const [best] = tuned("run=adam(lr=0.001)").runs;
    expect(tuned("run=sgd&run=adam(lr=0.9)&numbers=5,4&label=2:Mine").runs[1]).toEqual(best);
  });

  test("are none where a rule has no rate, where all of them diverge, and on a network", () => {
    const link = "rule=Mine:theta = theta - g / 100&rule=Off:theta = 1e9 * (1 + lr)&run=Mine&run=Off";
    expect(tuned(link).runs).toEqual([{ kind: "no rate" }, { kind: "diverged" }]);
    expect(walked(networkSpec("mnist-mlp")).runs).toEqual([]);
  });
});

const tuned = (hash: string) => {
  const { spec, problems } = parseLink(hash);
  expect(problems).toEqual([]);
  return walked(spec);
};

/** The tuned runs of a spec, and how many trials it took. */
function walked(spec: ExperimentSpec) {
  const work = tunedRunsOf(spec);
  let trials = 0;
  for (;;) {
    const next = work.next();
    if (next.done) return { runs: next.value, trials };
    trials++;
  }
}

/** Geometric mean of the last 15 losses of a link's first run, by the walk that the page draws; NaN where it diverges. */
function endingLoss(hash: string): number {
  const experiment = compile(parseLink(hash).spec);
  if (experiment.kind !== "surface") throw new Error("a surface was asked for");
  const { loss } = executeSurface(experiment).walk(experiment.steps + 1);
  if (loss.some((value) => !(value <= 1e20))) return NaN;
  return Math.exp(loss.slice(-15).reduce((sum, value) => sum + Math.log(value), 0) / 15);
}
