import type { CompiledRun } from "../../../compile";
import { stepsAhead } from "../../steps-ahead";
import { firstStates } from "../update";
import { alignedBytes } from "./layout";
import type { Calls } from "./modules";
import { scalarsOf, stateBytes } from "./update";

/** Where one run of a network stands, in WebAssembly's memory: theta, each state, and the numbers its rule reads. */
export type RunInMemory = {
  /** The address of theta. */
  readonly theta: number;
  /** As `Mlp.update`, from the gradient at an address. */
  move(gradient: number, t: number, loss: number): void;
  /** As `Mlp` has them. */
  parameters(): Float32Array<ArrayBuffer>;
  standing(): Float32Array<ArrayBuffer>;
  stand(standing: Float32Array): void;
};

/** Bytes that a run takes up. */
export const bytesOfRun = ({ rule }: CompiledRun, parameters: number): number =>
  (1 + rule.state.length) * stateBytes(parameters) + alignedBytes(4 * scalarsOf(rule).length);

/** A run at an address, moved by the functions of its rule; it stands at 0. */
export function runInMemory(
  run: CompiledRun,
  parameters: number,
  theta: number,
  memory: WebAssembly.Memory,
  { update, squares }: Calls,
): RunInMemory {
  const { rule, hyperparameters } = run;
  const arrays = ["theta", ...rule.state].map(
    (_, i) => new Float32Array(memory.buffer, theta + i * stateBytes(parameters), parameters),
  );
  const scalars = theta + arrays.length * stateBytes(parameters);
  const given = new Float32Array(memory.buffer, scalars, 3);
  const names = scalarsOf(rule);
  const values = new Float32Array(memory.buffer, scalars, names.length);
  values.set(names.map((name) => hyperparameters[name] ?? 0));
  const perStep = values.subarray(names.length - rule.perStep.length);
  const perStepAt = stepsAhead(run);
  return {
    theta,
    move(gradient, t, loss) {
      given[0] = t;
      given[1] = loss;
      perStep.set(perStepAt(t));
      if (rule.readsNorm) given[2] = Math.sqrt(squares!(theta, gradient, scalars));
      update!(theta, gradient, scalars);
    },
    parameters: () => arrays[1 + rule.state.indexOf(rule.reports)]!.slice(),
    standing() {
      const standing = new Float32Array(arrays.length * parameters);
      arrays.forEach((values, i) => standing.set(values, i * parameters));
      return standing;
    },
    stand(standing) {
      const isWhole = standing.length === arrays.length * parameters;
      const start = standing.subarray(0, parameters);
      const first = isWhole ? [] : [start, ...firstStates(rule, hyperparameters, Float64Array.from(start))];
      arrays.forEach((values, i) =>
        values.set(first[i] ?? standing.subarray(i * parameters, (i + 1) * parameters)),
      );
    },
  };
}
