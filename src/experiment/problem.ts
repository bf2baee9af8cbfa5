import { inWords, type Refusal } from "../formula/sentence";

export type { Refusal };

/** A value that was refused; `message` says why in English, `refusal` in any language. */
export type Problem = { readonly field: string; readonly message: string; readonly refusal: Refusal };

/** The problem of a field. */
export const problemOf = (field: string, refusal: Refusal): Problem => ({
  field,
  message: inWords(refusal),
  refusal,
});
