import type { Refusal } from "../formula/sentence";
import { ownOptimizer, refusalOfName, type OwnRule } from "./own-optimizer";
import { own } from "./own";
import { problemOf, type Problem } from "./problem";
import { refuse } from "./sentences";
import { isRecord, refusalAt, quote } from "./untrusted";

/** A spec holds no more rules of the visitor's. */
export const maximumRules = 8;

/** Reads an untrusted list of rules; one that cannot be read is left out and leaves a problem that says where. */
export function readRules(raw: unknown, problems: Problem[]): OwnRule[] {
  const rules: OwnRule[] = [];
  if (raw === undefined) return rules;
  if (!Array.isArray(raw)) {
    problems.push(problemOf("rules", refuse("rules must be a list")));
    return rules;
  }
  if (raw.length > maximumRules)
    problems.push(
      problemOf("rule", refuse("at most {0} rules are kept; the others were left out", maximumRules)),
    );
  for (const item of raw.slice(0, maximumRules) as unknown[]) {
    const source = isRecord(item) ? item : {};
    const [name, update] = [own(source, "name"), own(source, "update")];
    if (typeof name !== "string" || typeof update !== "string") {
      problems.push(problemOf("rule", refuse("rule must read name:<update rule>")));
      continue;
    }
    const taken = rules.some((rule) => rule.name === name)
      ? refuse("there are two rules of this name")
      : undefined;
    const refusal = taken ?? refusalOfName(name) ?? refusalOfUpdate({ name, update });
    if (refusal)
      problems.push(problemOf(`rule ${quote(name)}`, refuse("rule {0}: {1}", quote(name), refusal)));
    else rules.push({ name, update });
  }
  return rules;
}

function refusalOfUpdate(rule: OwnRule): Refusal | undefined {
  try {
    ownOptimizer(rule);
    return undefined;
  } catch (error) {
    return refusalAt(error);
  }
}
