import { isSurfaceSpec, type ExperimentSpec } from "../experiment/spec";
import { createRecording } from "../experiment/recording";
import type { Hyperparameter } from "../optimizers/optimizer";
import { resolveOptimizer } from "../optimizers/index";
import { executeSurface } from "./backends/cpu/surface";
import { compile, type SurfaceExperiment } from "./compile";
import type { Sweep } from "./protocol";

const valuesPerSweep = 91;
const lossesInMean = 15;

/**
 * For each run of a surface and its first two hyperparameters: the loss its whole range would end in. Always on
 * the CPU, in float64: tens of thousands of steps in a few milliseconds. Networks have none.
 */
export function sweepsOf(spec: ExperimentSpec): Sweep[] {
  if (!isSurfaceSpec(spec)) return [];
  const experiment = compile(spec) as SurfaceExperiment;
  return spec.runs.flatMap((run, index) =>
    Object.entries(resolveOptimizer(run.optimizer).hyperparameters)
      .slice(0, 2)
      .map(([hyperparameter, definition]) => {
        const values = valuesOver(definition, valuesPerSweep);
        const losses = values.map((value) => endingLoss(experiment, index, hyperparameter, value));
        return { run: index, hyperparameter, values, losses };
      }),
  );
}

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

function endingLoss(experiment: SurfaceExperiment, index: number, name: string, value: number): number {
  const run = experiment.runs[index]!;
  const varied = {
    ...experiment,
    runs: [{ ...run, hyperparameters: { ...run.hyperparameters, [name]: value } }],
  };
  const recording = createRecording(1, experiment.steps, true);
  recording.append(executeSurface(varied).walk(experiment.steps + 1));
  if (recording.diverged(0)) return Infinity;
  const last = recording.lossesOf(0).subarray(-lossesInMean);
  // A loss may reach 0, or be negative on other surfaces: the mean is taken above a floor.
  return Math.exp(last.reduce((sum, loss) => sum + Math.log(Math.max(loss, 1e-12)), 0) / last.length);
}
