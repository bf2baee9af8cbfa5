import type { Hyperparameter } from "../optimizers/optimizer";
import { divergenceBound } from "../experiment/recording";
import { isSurfaceSpec, ruleOf, surfaceOf, type ExperimentSpec } from "../experiment/spec";
import { beginWalk } from "./backends/cpu/surface";
import { lossOf } from "./backends/per-step";
import { compile, type CompiledRun, type SurfaceExperiment } from "./compile";
import type { Sweep } from "./protocol";

const valuesPerSweep = 91;
const lossesInMean = 15;

/**
 * For each run of a surface and each hyperparameter with a slider: the loss its whole range would end in, above the lowest
 * minimum where that is negative. Always on the CPU, in float64. Networks have none. Yields after each value, so that
 * whoever runs it may rest or give up. Throws on unknown names.
 */
export function* sweepsOf(spec: ExperimentSpec): Generator<undefined, Sweep[]> {
  const experiment = compile(spec);
  if (experiment.kind !== "surface" || !isSurfaceSpec(spec)) return [];
  const endingLoss = endingLossesOn(experiment);
  const lossAt = lossOf(experiment.objective, experiment.parameters);
  const lowest = Math.min(0, ...surfaceOf(spec).minima.map(lossAt));
  const sweeps: Sweep[] = [];
  for (const [index, run] of experiment.runs.entries()) {
    const { hyperparameters } = ruleOf(spec, spec.runs[index]!);
    for (const [name, definition] of Object.entries(hyperparameters).slice(0, sweptOf(spec, index))) {
      const values = valuesOver(definition, valuesPerSweep);
      const losses = new Float64Array(values.length);
      for (const [i, value] of values.entries()) {
        losses[i] = endingLoss(
          { ...run, hyperparameters: { ...run.hyperparameters, [name]: value } },
          lowest,
        );
        yield;
      }
      sweeps.push({ run: index, hyperparameter: name, values, losses });
    }
  }
  return sweeps;
}

/** How many hyperparameters of a run have a slider: two on a card, all of a visitor's rule in its editor. */
const sweptOf = ({ rules, runs }: ExperimentSpec, index: number): number =>
  rules.some(({ name }) => name === runs[index]!.optimizer) ? Infinity : 2;

/** Values at even distances along a slider. */
export function valuesOver({ range: [least, most], scale }: Hyperparameter, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    const u = i / (count - 1);
    switch (scale) {
      case "linear":
        return least + (most - least) * u;
      case "log":
        return least * (most / least) ** u;
      case "decay":
        return 1 - (1 - least) * ((1 - most) / (1 - least)) ** u;
    }
  });
}

/** Geometric mean of a run's last losses above `lowest`; Infinity where it diverges. All in the same buffers. */
function endingLossesOn(experiment: SurfaceExperiment) {
  const { steps } = experiment;
  const loss = new Float64Array(steps + 1);
  const theta = new Float64Array(2 * (steps + 1));
  const gradient = new Float64Array(2 * (steps + 1));

  const isInside = (k: number) =>
    Math.abs(loss[k]!) <= divergenceBound.loss &&
    Math.abs(theta[2 * k]!) <= divergenceBound.coordinate &&
    Math.abs(theta[2 * k + 1]!) <= divergenceBound.coordinate;

  return (run: CompiledRun, lowest: number): number => {
    beginWalk(experiment, run)({ first: 0, count: steps + 1, loss, theta, gradient });
    for (let k = 0; k <= steps; k++) if (!isInside(k)) return Infinity;
    const last = loss.subarray(-lossesInMean);
    // A loss may reach the minimum exactly: the mean is taken above a floor.
    return Math.exp(
      last.reduce((sum, value) => sum + Math.log(Math.max(value - lowest, 1e-12)), 0) / last.length,
    );
  };
}
