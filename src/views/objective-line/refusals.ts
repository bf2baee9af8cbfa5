import { objectiveWords } from "../../words/en/objective";

/** Why a number cannot be used that must lie between two others, both included. */
export const between = (name: string, least: number, most: number) => (value: number) =>
  value >= least && value <= most ? undefined : objectiveWords().mustLie(name, least, most);

/** The same for a whole number. */
export const wholeBetween = (name: string, least: number, most: number) => (value: number) =>
  Number.isInteger(value) ? between(name, least, most)(value) : objectiveWords().mustBeWhole(name);
