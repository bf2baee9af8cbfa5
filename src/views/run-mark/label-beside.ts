import type { RunSpec } from "../../experiment/spec";
import { conventionEnding, labelParts, settingStart } from "./labels";

/** A label without what tells it from its like, where that is a setting which stands beside it anyway. */
export function labelBeside(label: string, hyperparameters: readonly string[]): string {
  const [name, ending] = labelParts(label);
  const isThere = hyperparameters.some((each) => ending.startsWith(settingStart(each)));
  return isThere ? name : label;
}

/** A name without the convention it ends in, where that stands beside it anyway. What a visitor calls a run stays. */
export function nameBesideConvention(name: string, run: RunSpec): string {
  const ending = conventionEnding(run);
  return run.label === undefined && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}
