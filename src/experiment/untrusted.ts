import { FormulaError } from "../formula/formula-error";
import type { Refusal } from "../formula/sentence";
import { refuse } from "./sentences";

/** Whether a value is an object with fields, and no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What was given, short enough to read in a message. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

/** Why a text is refused; of a formula, with the place. */
export function refusalAt(error: unknown): Refusal {
  if (!(error instanceof FormulaError)) return { sentence: String(error), values: [] };
  const { line, column, offset } = error.position;
  const isPlaced = offset > 0 || error.length > 0;
  return isPlaced ? refuse("line {0}, column {1}: {2}", line, column, error.refusal) : error.refusal;
}
