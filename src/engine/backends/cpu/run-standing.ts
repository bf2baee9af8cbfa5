import type { CompiledRun } from "../../compile";
import { stepsAhead } from "../steps-ahead";
import { firstStates, updateOf } from "./update";

/** Where one run of a network stands, in float64: loads and stores of float32 cost more than the memory they save. */
export type RunStanding = {
  readonly theta: Float64Array;
  /** As `Mlp.update`, from a gradient. */
  move(gradient: Float64Array, t: number, loss: number): void;
  /** As `Mlp` has them. */
  parameters(): Float32Array<ArrayBuffer>;
  standing(): Float32Array<ArrayBuffer>;
  stand(standing: Float32Array): void;
};

/** Room for a run of so many parameters; it stands at 0 and remembers nothing. */
export function openStanding(run: CompiledRun, parameters: number): RunStanding {
  const { rule, hyperparameters } = run;
  const theta = new Float64Array(parameters);
  const state = rule.state.map(() => new Float64Array(parameters));
  const given = rule.hyperparameters.map((name) => hyperparameters[name]!);
  const reported = rule.state.includes(rule.reports) ? state[rule.state.indexOf(rule.reports)]! : theta;
  const update = updateOf(rule);
  const perStepAt = stepsAhead(run);

  return {
    theta,
    move: (gradient, t, loss) =>
      update({ theta, gradient, state, hyperparameters: given, perStep: perStepAt(t), t, loss }),
    parameters: () => Float32Array.from(reported),
    standing() {
      const standing = new Float32Array((1 + state.length) * parameters);
      [theta, ...state].forEach((values, i) => standing.set(values, i * parameters));
      return standing;
    },
    stand(standing) {
      theta.set(standing.subarray(0, parameters));
      const isWhole = standing.length > parameters || state.length === 0;
      const first = isWhole ? [] : firstStates(rule, hyperparameters, theta);
      state.forEach((values, i) =>
        values.set(first[i] ?? standing.subarray((i + 1) * parameters, (i + 2) * parameters)),
      );
    },
  };
}
