import type { FormulaError } from "../../formula/formula-error";
import type { CodeError } from "../../ui/code-complaint";
import { spoken } from "../../words/spoken";

/** A text longer than this is cut when pasted; what is too long for a formula is so long before. */
export const longestText = 20_000;

/** A formula's error as a field for formulas shows it. */
export const codeErrorOf = (error: FormulaError | undefined): CodeError | undefined =>
  error && {
    ...error.position,
    length: error.length,
    message: spoken(error.refusal),
    suggestion: error.suggestion,
  };
