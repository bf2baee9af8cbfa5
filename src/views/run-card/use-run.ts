import {
  hyperparametersOf,
  optimizerOf,
  ruleOf,
  type ExperimentSpec,
  type RunSpec,
} from "../../experiment/spec";
import type { Formulation, Optimizer } from "../../optimizers/optimizer";
import { runLabels } from "../run-mark/labels";
import { useLabState } from "../store-context/store-context";

/** A run of the spec with all that its views ask of it. */
export type ShownRun = {
  readonly index: number;
  readonly spec: ExperimentSpec;
  readonly run: RunSpec;
  readonly optimizer: Optimizer;
  /** The optimizer's rule as the run's convention writes it. */
  readonly rule: Formulation;
  /** All hyperparameters, the defaults included. */
  readonly values: Readonly<Record<string, number>>;
  /** Its name on the page: two of one optimizer are told apart. */
  readonly label: string;
};

/** The run with an index, or undefined once it is gone. */
export function useRun(index: number): ShownRun | undefined {
  const spec = useLabState((state) => state.spec);
  const run = spec.runs[index];
  if (!run) return undefined;
  const optimizer = optimizerOf(spec, run);
  const rule = ruleOf(spec, run);
  const label = runLabels(spec)[index] ?? optimizer.name;
  return { index, spec, run, optimizer, rule, values: hyperparametersOf(run, rule), label };
}
