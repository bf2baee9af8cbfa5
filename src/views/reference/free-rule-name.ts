import type { OwnRule } from "../../experiment/own-optimizer";

/** What a new rule of the visitor's is called: Your rule, Your rule 2 ... */
export function freeRuleName(rules: readonly Pick<OwnRule, "name">[]): string {
  const taken = new Set(rules.map(({ name }) => name));
  let name = "Your rule";
  for (let count = 2; taken.has(name); count++) name = `Your rule ${count}`;
  return name;
}
