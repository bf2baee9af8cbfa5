import type { Differentiable } from "./differentiable";

/** Nodes a search may evaluate: some milliseconds on a slow core, whatever the formula. */
export const searchBudget = 400_000;

export type Metered = ReturnType<typeof metered>;

/** A function that counts what is evaluated of it, so that equal formulas find equal places on every machine. */
export function metered(f: Differentiable) {
  let left = searchBudget;
  let isSpent = false;
  return {
    ...f,
    /** Whether anything was left out. */
    get isSpent() {
      return isSpent;
    },
    /** Takes these evaluations from the budget if they are in it. */
    affords({ values = 0, gradients = 0 }: { readonly values?: number; readonly gradients?: number }) {
      const cost = values * f.nodes.value + gradients * f.nodes.gradient;
      isSpent ||= cost > left;
      if (!isSpent) left -= cost;
      return !isSpent;
    },
  };
}
