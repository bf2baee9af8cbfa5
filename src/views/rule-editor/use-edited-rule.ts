import { useMemo } from "react";
import { formulaErrorOf } from "../../experiment/formula-error-of";
import { ownOptimizer } from "../../experiment/own-optimizer";
import type { ExperimentSpec } from "../../experiment/spec";
import type { Assignment } from "../../formula/ast";
import type { FormulaError } from "../../formula/formula-error";
import { parseProgram } from "../../formula/parse";
import { useLabState } from "../store-context/store-context";

/** The rule being written: its text as it stands, and the last that could be read. */
export type EditedRule = {
  readonly spec: ExperimentSpec;
  readonly name: string;
  /** Its place among the spec's rules: stays when it is renamed. */
  readonly place: number;
  readonly text: string;
  readonly error: FormulaError | undefined;
  /** The last that could be read. */
  readonly program: readonly Assignment[];
  /** Its free names, rates first. */
  readonly hyperparameters: readonly string[];
  /** The registered rule it was started from. */
  readonly from: string | undefined;
  /** Indices of the runs that walk by it. */
  readonly runs: readonly number[];
};

/** The rule being written, or undefined while none is. */
export function useEditedRule(): EditedRule | undefined {
  const spec = useLabState((state) => state.spec);
  const editing = useLabState((state) => state.editing);
  const { name = "", text = "", from } = editing?.kind === "rule" ? editing : {};
  const place = spec.rules.findIndex((rule) => rule.name === name);
  const update = spec.rules[place]?.update ?? "";
  const error = useMemo(() => formulaErrorOf(() => ownOptimizer({ name, update: text })), [name, text]);
  const program = useMemo(() => parseProgram(update), [update]);
  if (editing?.kind !== "rule" || place < 0) return undefined;
  const runs = spec.runs.flatMap((run, i) => (run.optimizer === name ? [i] : []));
  const hyperparameters = Object.keys(ownOptimizer({ name, update }).hyperparameters);
  return { spec, name, place, text, error, program, hyperparameters, from, runs };
}
