import { FormulaError } from "../formula/formula-error";

/** Whether a value is an object with fields, and no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What was given, short enough to read in a message. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

/** An error in the reader's words; of a formula, with the place. */
export function messageAt(error: unknown): string {
  if (!(error instanceof FormulaError)) return error instanceof Error ? error.message : String(error);
  const { line, column, offset } = error.position;
  const isPlaced = offset > 0 || error.length > 0;
  return isPlaced ? `line ${line}, column ${column}: ${error.message}` : error.message;
}
