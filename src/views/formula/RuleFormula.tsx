import { useMemo } from "react";
import type { Assignment } from "../../formula/ast";
import { programToMathml } from "../../formula/emit/mathml";
import { element } from "../../formula/math-node";
import { parseProgram } from "../../formula/parse";
import { specialise } from "../../formula/simplify";
import type { Formulation } from "../../optimizers/optimizer";
import { Mathml } from "./Mathml";

/**
 * An update rule as a paper prints it, and still the one that runs: hyperparameters whose default is 0 and that are
 * 0 here fall away.
 */
export function useRule(optimizer: Formulation, hyperparameters: Readonly<Record<string, number>>) {
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
    return specialise(parseProgram(optimizer.update), values);
  }, [optimizer, zeros]);
}

/** Lines of an update rule in mathematical type. */
export const RuleFormula = ({ lines, label }: { lines: readonly Assignment[]; label: string }) => (
  <Mathml node={element("mrow", [programToMathml(lines)])} label={label} />
);
