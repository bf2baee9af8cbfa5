import type { Rule } from "../../../experiment/rule";
import { perStepOf } from "../per-step";

/**
 * Values per step as a kernel reads them: shape [count, rows, rule.perStep.length], for steps t from `first`; a row is
 * given by its hyperparameters.
 */
export function perStepTable(
  rule: Rule,
  rows: readonly Readonly<Record<string, number>>[],
  first: number,
  count: number,
): Float64Array {
  const width = rule.perStep.length;
  const table = new Float64Array(count * rows.length * width);
  rows.forEach((hyperparameters, row) => {
    const values = perStepOf(rule, hyperparameters, first, count);
    for (let k = 0; k < count; k++)
      table.set(values.subarray(k * width, (k + 1) * width), (k * rows.length + row) * width);
  });
  return table;
}
