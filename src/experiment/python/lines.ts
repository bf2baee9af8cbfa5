import type { Assignment, Expression } from "../../formula/ast";
import { pythonHelpers, pythonName, toPython } from "../../formula/emit/python";
import { namesIn } from "../../formula/scope";
import { statement } from "./layout";

/** What a formula's names are where Python computes it. */
export type Names = {
  readonly target: "torch" | "keras";
  /** Plain numbers, computed by `math`. */
  readonly numbers: ReadonlySet<string>;
  /** One value for all elements of a parameter, the numbers included. */
  readonly scalars: ReadonlySet<string>;
  /** One value for each element, whatever is assigned. */
  readonly full: ReadonlySet<string>;
};

/** Assignments as statements, in order, and the definitions that these need. */
export function pythonLines(
  program: readonly Assignment[],
  { target: module, numbers, scalars, full }: Names,
): { lines: string[]; helpers: string[] } {
  const [numbersNow, scalarsNow] = [new Set(numbers), new Set(scalars)];
  const lines: string[] = [];
  const helpers: string[] = [];
  for (const { target, value } of program) {
    helpers.push(...helpersOf(value, module, numbersNow));
    const text = toPython(value, module, numbersNow);
    const isSpread = full.has(target) && reads(value, scalarsNow);
    if (!full.has(target)) {
      mark(target, numbersNow, reads(value, numbersNow));
      mark(target, scalarsNow, reads(value, scalarsNow));
    }
    lines.push(...statement(`${pythonName(target)} = `, isSpread ? spread(text, module) : text));
  }
  return { lines, helpers };
}

/** One value given to every element. */
const spread = (text: string, target: "torch" | "keras"): string =>
  target === "torch" ? `torch.full_like(theta, ${text})` : `ops.zeros_like(theta) + (${text})`;

/** Definitions that an expression needs, each a text. */
export const helpersOf = (
  value: Expression,
  target: "torch" | "keras",
  numbers: ReadonlySet<string>,
): string[] => pythonHelpers(target, [value], numbers).split("\n\n\n").filter(Boolean);

/**
 * Those of the candidates that are one value for all elements at the end of each step if they are at its start; the
 * other `full` names never are.
 */
export function scalarsAmong(
  candidates: readonly string[],
  program: readonly Assignment[],
  given: readonly string[],
  full: ReadonlySet<string>,
): Set<string> {
  const scalars = new Set([...given, ...candidates]);
  for (const { target, value } of program)
    if (!full.has(target) || candidates.includes(target)) mark(target, scalars, reads(value, scalars));
  const kept = candidates.filter((name) => scalars.has(name));
  return kept.length < candidates.length ? scalarsAmong(kept, program, given, full) : new Set(kept);
}

/** Whether an expression reads nothing but these. */
const reads = (value: Expression, names: ReadonlySet<string>) =>
  [...namesIn(value)].every((name) => names.has(name));

function mark(name: string, set: Set<string>, belongs: boolean) {
  if (belongs) set.add(name);
  else set.delete(name);
}
