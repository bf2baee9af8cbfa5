import { pythonName } from "../../formula/emit/python";

/** A number as Python's float, whole or not: Keras refuses `momentum=0`, and whole numbers of Python's have no bound. */
export const toFloat = (value: number): string => {
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
};

/** Names with their values, as a function's arguments. */
export const toDefaults = (values: Iterable<readonly [name: string, value: number]>): string[] =>
  Array.from(values, ([name, value]) => `${pythonName(name)}=${toFloat(value)}`);
