import { optimizerOf, type ExperimentSpec } from "../../experiment/spec";

/** What the runs are called on the page; a second one of the same optimizer is counted: Momentum, Momentum 2. */
export function runLabels(spec: Pick<ExperimentSpec, "runs" | "rules">): string[] {
  const seen = new Map<string, number>();
  return spec.runs.map((run) => {
    const { name } = optimizerOf(spec, run);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
