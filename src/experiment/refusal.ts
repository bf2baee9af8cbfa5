import type { Hyperparameter } from "../optimizers/optimizer";

/** Why a value cannot be used for a hyperparameter, or undefined if it can. */
export function refusalOf(
  name: string,
  value: number,
  { accepts }: Pick<Hyperparameter, "accepts">,
): string | undefined {
  if (!Number.isFinite(value)) return `${name} must be a number`;
  if (value < accepts.least || (accepts.above && value === accepts.least))
    return `${name} must be ${accepts.above ? "above" : "at least"} ${accepts.least}`;
  if (accepts.below !== undefined && value >= accepts.below) return `${name} must be below ${accepts.below}`;
  const most = accepts.most ?? 1e6;
  if (value > most) return `${name} must be at most ${most}`;
  return undefined;
}

/** Why a value cannot be used for a modifier, or undefined if it can. */
export const refusalOfModifier = (name: string, value: number): string | undefined =>
  refusalOf(name, value, { accepts: { least: 0, above: true } });
