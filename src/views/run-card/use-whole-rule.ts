import { useMemo } from "react";
import { wholeRuleOf, type WholeRule } from "../formula/whole-rule";
import type { ShownRun } from "./use-run";

/** All that runs in one step of a run, as the page prints it. */
export function useWholeRule({ spec: { rules }, run }: ShownRun): WholeRule {
  return useMemo(() => wholeRuleOf({ rules }, run), [rules, run]);
}
