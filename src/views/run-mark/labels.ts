import type { ExperimentSpec } from "../../experiment/spec";
import { resolveOptimizer } from "../../optimizers/index";

/** What the runs are called on the page; a second one of the same optimizer is counted: Momentum, Momentum 2. */
export function runLabels({ runs }: Pick<ExperimentSpec, "runs">): string[] {
  const seen = new Map<string, number>();
  return runs.map(({ optimizer }) => {
    const { name } = resolveOptimizer(optimizer);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
