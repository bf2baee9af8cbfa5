/** Why a number cannot be used that must lie between two others, both included. */
export const between = (name: string, least: number, most: number) => (value: number) =>
  value >= least && value <= most ? undefined : `${name} must be a number from ${least} to ${most}`;

/** The same for a whole number. */
export const wholeBetween = (name: string, least: number, most: number) => (value: number) =>
  Number.isInteger(value) ? between(name, least, most)(value) : `${name} must be a whole number`;
