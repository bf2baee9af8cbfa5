import { functionNames } from "./vocabulary";

/** A name that nothing gives a meaning, and the one it looks like a slip of the pen for. */
export type Misspelt = { readonly word: string; readonly meant: string };

/** The first free name that is a slip for one of those that mean something: those given here, functions and constants. */
export function misspelt(free: readonly string[], meaning: readonly string[]): Misspelt | undefined {
  const all = [...meaning, ...functionNames, "pi"];
  for (const word of free) {
    const meant = all.find((name) => isSlip(word, name));
    if (meant !== undefined) return { word, meant };
  }
  return undefined;
}

/** A short name is one letter from everything, and numbered names are meant to differ. */
const shortest = 4;

/** Whether two names differ only by case, by two letters swapped, or by one letter of a long name. */
function isSlip(name: string, other: string): boolean {
  if (withoutDigits(name) === withoutDigits(other)) return false;
  const [a, b] = differenceOf(name.toLowerCase(), other.toLowerCase());
  if (a === "" && b === "") return true;
  if (a.length === 2 && b === a[1]! + a[0]!) return name.length > 2;
  return a.length <= 1 && b.length <= 1 && Math.min(name.length, other.length) >= shortest;
}

/** What is left of two words without what they begin and end with in common. */
function differenceOf(a: string, b: string): readonly [string, string] {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

const withoutDigits = (name: string) => name.replaceAll(/\d/g, "");
