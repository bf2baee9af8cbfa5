import { own } from "../experiment/own";
import { isSurfaceSpec, ruleOf, type ExperimentSpec } from "../experiment/spec";
import { compile } from "./compile";
import { endingLossOn } from "./ending-loss";
import type { TunedRun } from "./protocol";
import { valuesOver } from "./sweep";

/** Learning rates that each run tries: the same budget for all. */
export const trialsPerRun = 48;

/**
 * For each run of a surface the best of so many learning rates, evenly over its slider, all else equal: the one that
 * ends lowest, the lower one of two alike. The same spec gives the same rates everywhere: always on the CPU, in
 * float64. Networks have none. Yields after each trial. Throws on unknown names.
 */
export function* tunedRunsOf(spec: ExperimentSpec): Generator<undefined, TunedRun[]> {
  const experiment = compile(spec);
  if (experiment.kind !== "surface" || !isSurfaceSpec(spec)) return [];
  const endingLoss = endingLossOn(spec, experiment);
  const tuned: TunedRun[] = [];
  for (const [index, run] of experiment.runs.slice(0, spec.runs.length).entries()) {
    const definition = own(ruleOf(spec, spec.runs[index]!).hyperparameters, "lr");
    if (!definition) {
      tuned.push({ kind: "no rate" });
      continue;
    }
    let best = { lr: NaN, loss: Infinity };
    // Three digits: what was tried is what the card and the link can say.
    for (const value of valuesOver(definition, trialsPerRun)) {
      const lr = Number(value.toPrecision(3));
      const loss = endingLoss({ ...run, hyperparameters: { ...run.hyperparameters, lr } });
      if (loss < best.loss) best = { lr, loss };
      yield;
    }
    tuned.push(best.loss < Infinity ? { kind: "best", ...best } : { kind: "diverged" });
  }
  return tuned;
}
