import { useMemo } from "react";
import type { Assignment } from "../../formula/ast";
import { programToMathml } from "../../formula/emit/mathml";
import { element } from "../../formula/math-node";
import { parseProgram } from "../../formula/parse";
import { renamedProgram } from "../../formula/rename";
import { specialise } from "../../formula/simplify";
import type { Formulation } from "../../optimizers/optimizer";
import { Mathml } from "./Mathml";

/**
 * An update rule as a paper prints it, and still the one that runs: hyperparameters whose default is 0 and that are
 * 0 here fall away, and a rate that is scheduled carries its step.
 */
export function useRule(
  optimizer: Formulation,
  hyperparameters: Readonly<Record<string, number>>,
  isScheduled = false,
) {
  const zeros = Object.entries(optimizer.hyperparameters)
    .filter(([name, { value }]) => value === 0 && hyperparameters[name] === 0)
    .map(([name]) => name)
    .join();
  return useMemo(() => {
    const values = Object.fromEntries(
      zeros
        .split(",")
        .filter(Boolean)
        .map((name) => [name, 0]),
    );
    const lines = specialise(parseProgram(optimizer.update), values);
    return isScheduled ? renamedProgram(lines, (name) => (name === "lr" ? "lr_t" : name)) : lines;
  }, [optimizer, zeros, isScheduled]);
}

type Props = {
  readonly lines: readonly Assignment[];
  readonly label: string;
  /** The name whose symbols are marked. */
  readonly lit?: string | undefined;
};

/** Lines of an update rule in mathematical type. */
export const RuleFormula = ({ lines, label, lit }: Props) => (
  <Mathml node={element("mrow", [programToMathml(lines)])} label={label} lit={lit} />
);
