import type { FrameBatch } from "../../../experiment/frame";
import type { CompiledRun, SurfaceExperiment } from "../../compile";
import type { Backend, Execution } from "../backend";
import { constantsOf } from "../per-step";
import { firstState } from "../first-state";
import { walkerOf, type Walk } from "./walk";

/** Surfaces in generated JavaScript and float64: the reference of the tests, and the fallback. */
export const cpuSurfaces = (note?: string): Backend => ({
  name: "cpu",
  prepare: (experiment) => {
    if (experiment.kind !== "surface") throw new Error("the cpu backend computes surfaces only");
    return Promise.resolve(executeSurface(experiment, note));
  },
});

/** An execution whose frames are computed when they are asked for, in the caller's thread. */
export function executeSurface(
  experiment: SurfaceExperiment,
  note?: string,
  walkerFor = walkerOf,
): Execution & { walk(count: number): FrameBatch } {
  const { runs, steps } = experiment;
  const walks = runs.map((run) => beginWalk(experiment, run, walkerFor));
  let first = 0;

  function walk(wanted: number): FrameBatch {
    const count = Math.min(wanted, steps + 1 - first);
    const loss = new Float64Array(runs.length * count);
    const theta = new Float64Array(runs.length * count * 2);
    const gradient = new Float64Array(runs.length * count * 2);
    walks.forEach((advance, run) => {
      const [from, to] = [run * count, (run + 1) * count];
      advance({
        first,
        count,
        loss: loss.subarray(from, to),
        theta: theta.subarray(2 * from, 2 * to),
        gradient: gradient.subarray(2 * from, 2 * to),
      });
    });
    const batch = { first, count, runs: runs.length, loss, theta, gradient, checkpoints: [] };
    first += count;
    return batch;
  }

  return {
    computedBy: {
      backend: "cpu",
      adapter: "JavaScript",
      precision: "float64",
      ...(note !== undefined && { note }),
    },
    steps,
    walk,
    advance: (count) => Promise.resolve(walk(count)),
    dispose: () => undefined,
  };
}

/** The frames wanted next, and where they go. */
export type Window = Pick<Walk, "first" | "count" | "loss" | "theta" | "gradient">;

/** A run at its start: each call walks the next window. */
export function beginWalk(
  experiment: SurfaceExperiment,
  { rule, hyperparameters, until }: CompiledRun,
  walkerFor = walkerOf,
): (window: Window) => void {
  const { objective, parameters, start, noise, steps } = experiment;
  const walker = walkerFor(objective, rule);
  const constants = constantsOf(objective, parameters);
  const standing = {
    position: Float64Array.from(start),
    state: Float64Array.from(
      start.flatMap((theta) => firstState(rule, (until ?? { hyperparameters }).hyperparameters, theta)),
    ),
    hyperparameters: rule.hyperparameters.map((name) => hyperparameters[name]!),
    constants: [
      ...objective.parameters.map((name) => parameters[name]!),
      ...objective.constants.map(({ target }) => constants[target]!),
    ],
    noise,
    steps,
  };
  if (!until) return (window) => walker({ ...standing, ...window });
  const before = rule.hyperparameters.map((name) => until.hyperparameters[name]!);
  return (window) => {
    // The step from frame k is taken with the numbers of frame k.
    const early = Math.min(Math.max(0, until.step - window.first), window.count);
    if (early > 0) walker({ ...standing, ...partOf(window, 0, early), hyperparameters: before });
    if (early < window.count) walker({ ...standing, ...partOf(window, early, window.count) });
  };
}

/** Some of a window's frames, in the same buffers. */
const partOf = ({ first, loss, theta, gradient }: Window, from: number, to: number): Window => ({
  first: first + from,
  count: to - from,
  loss: loss.subarray(from, to),
  theta: theta.subarray(2 * from, 2 * to),
  gradient: gradient.subarray(2 * from, 2 * to),
});
