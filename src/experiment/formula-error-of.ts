import { FormulaError } from "../formula/formula-error";

/** The error a formula is refused with, if it is. */
export function formulaErrorOf(read: () => unknown): FormulaError | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}
