import { ruleStarts } from "../../experiment/rule-starts";
import { optimizers } from "../../optimizers/index";
import { said } from "../../words/speak";
import { conventionName } from "../reference/convention-words";

/** A registered rule to start from, "Adam, Keras", in the page's language; any other name as it is. */
export function startName(name: string): string {
  const start = ruleStarts.find((one) => one.name === name);
  if (!start) return name;
  const own = said(optimizers[start.id].name);
  return start.convention === "pytorch" ? own : `${own}, ${conventionName(start.convention)}`;
}
