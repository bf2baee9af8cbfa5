import type { Hyperparameter } from "../optimizers/optimizer";
import { isSurfaceSpec, ruleOf, type ExperimentSpec } from "../experiment/spec";
import { compile } from "./compile";
import { endingLossOn } from "./ending-loss";
import type { Sweep } from "./protocol";

const valuesPerSweep = 91;

/**
 * For each run of a surface and each hyperparameter with a slider: the loss its whole range would end in, above the lowest
 * minimum where that is negative. Always on the CPU, in float64. Networks have none. Yields after each value, so that
 * whoever runs it may rest or give up. Throws on unknown names.
 */
export function* sweepsOf(spec: ExperimentSpec): Generator<undefined, Sweep[]> {
  const experiment = compile(spec);
  if (experiment.kind !== "surface" || !isSurfaceSpec(spec)) return [];
  const endingLoss = endingLossOn(spec, experiment);
  const sweeps: Sweep[] = [];
  for (const [index, run] of experiment.runs.slice(0, spec.runs.length).entries()) {
    const { hyperparameters } = ruleOf(spec, spec.runs[index]!);
    for (const [name, definition] of Object.entries(hyperparameters).slice(0, sweptOf(spec, index))) {
      const values = valuesOver(definition, valuesPerSweep);
      const losses = new Float64Array(values.length);
      for (const [i, value] of values.entries()) {
        losses[i] = endingLoss({ ...run, hyperparameters: { ...run.hyperparameters, [name]: value } });
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
