import { toClosure } from "../../formula/emit/evaluate";
import type { Rule } from "../../experiment/rule";

/** First values of a rule's state for a parameter that starts at `theta`, in the order of `rule.state`. */
export function firstState(
  { initial }: Rule,
  hyperparameters: Readonly<Record<string, number>>,
  theta: number,
): number[] {
  const values = { ...hyperparameters, theta };
  return initial.map((expression) => toClosure(expression, Object.keys(values))(Object.values(values)));
}
