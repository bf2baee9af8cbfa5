import { FormulaError, positionAt } from "./formula-error";
import { nearest } from "./nearest";
import { isReserved } from "./reserved";
import { given } from "./scope";
import type { Refusal } from "./sentence";
import { refuse } from "./sentences";
import type { Token } from "./tokens";
import { constantOf, vocableOf } from "./vocabulary";

/** Why the caller has no use of a name, if it has none. */
export type Taken = (name: string) => Refusal | undefined;

/** Why a formula may not read a name, if it may not. */
export function refusalToRead(name: string, taken?: Taken): Refusal | undefined {
  if (vocableOf(name)) return refuse('"{0}" is a function: write {0}(...)', name);
  if (isReserved(name)) return refuse('"{0}" is a reserved name; choose another', name);
  return constantOf(name) === undefined ? taken?.(name) : undefined;
}

/** Why a rule may not assign a name, if it may not; of the given names it may assign theta and those `assignable`. */
export function refusalToAssign(
  name: string,
  taken?: Taken,
  assignable: readonly string[] = [],
): Refusal | undefined {
  if (vocableOf(name)) return refuse('"{0}" is a function and cannot be assigned', name);
  if (constantOf(name) !== undefined) return refuse('"{0}" is a constant and cannot be assigned', name);
  const free = ["theta", ...assignable];
  if (given.includes(name) && !free.includes(name))
    return refuse('"{0}" is given; a rule may assign {1} and names of its own', name, free.join(", "));
  return refusalToRead(name, taken);
}

/** Errors that point at a word of a source. */
export function complaintsAbout(source: string) {
  return {
    failure,

    /** A word where it cannot stand, seen with the one before it. */
    unexpected(token: Token, before: Token | undefined): FormulaError {
      const { kind, text } = token;
      if (kind === "end" && text !== ";") return failure(refuse("expected a number, a name or ("), token);
      if (text === "*" && before?.text === "*") return failure(refuse("write ^ for a power"), before, 2, "^");
      const endsValue = before && (before.kind === "number" || before.kind === "name" || before.text === ")");
      if (endsValue && (kind === "number" || kind === "name" || text === "("))
        return failure(refuse('expected an operator before "{0}", such as *', text), token);
      return failure(refuse('unexpected "{0}"', text), token);
    },

    /** A name that none of the candidates has. */
    mistaken(what: "name" | "function", token: Token, candidates: Iterable<string>): FormulaError {
      const all = [...candidates];
      const guess = nearest(token.text, all);
      const refusal = guess
        ? refuse(`unknown ${what} "{0}"; did you mean {1}?`, token.text, guess)
        : refuse(`unknown ${what} "{0}"; there are {1}`, token.text, all.join(", "));
      return failure(refusal, token, token.text.length, guess);
    },
  };

  function failure(
    refusal: Refusal,
    { offset, text }: Token,
    length = text.trim().length,
    suggestion?: string,
  ) {
    return new FormulaError(refusal, positionAt(source, offset), length, suggestion);
  }
}
