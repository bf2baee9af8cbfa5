import type { Refusal } from "../formula/sentence";
import type { Hyperparameter } from "../optimizers/optimizer";
import { refuse } from "./sentences";

/** Why a value cannot be used for a hyperparameter, or undefined if it can. */
export function refusalOf(
  name: string,
  value: number,
  { accepts }: Pick<Hyperparameter, "accepts">,
): Refusal | undefined {
  if (!Number.isFinite(value)) return refuse("{0} must be a number", name);
  if (value < accepts.least || (accepts.above && value === accepts.least))
    return refuse(accepts.above ? "{0} must be above {1}" : "{0} must be at least {1}", name, accepts.least);
  if (accepts.below !== undefined && value >= accepts.below)
    return refuse("{0} must be below {1}", name, accepts.below);
  const most = accepts.most ?? 1e6;
  if (value > most) return refuse("{0} must be at most {1}", name, most);
  return undefined;
}

/** Why a value cannot be used for a modifier, or undefined if it can. */
export const refusalOfModifier = (name: string, value: number): Refusal | undefined =>
  refusalOf(name, value, { accepts: { least: 0, above: true } });
