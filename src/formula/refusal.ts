import { FormulaError, positionAt } from "./formula-error";
import { nearest } from "./nearest";
import { isReserved } from "./reserved";
import { given } from "./scope";
import type { Token } from "./tokens";
import { constantOf, vocableOf } from "./vocabulary";

/** Why the caller has no use of a name, in the reader's words, if it has none. */
export type Taken = (name: string) => string | undefined;

/** Why a formula may not read a name, in the reader's words, if it may not. */
export function refusalToRead(name: string, taken?: Taken): string | undefined {
  if (vocableOf(name)) return `"${name}" is a function: write ${name}(...)`;
  if (isReserved(name)) return `"${name}" is a reserved name; choose another`;
  return constantOf(name) === undefined ? taken?.(name) : undefined;
}

/** Why a rule may not assign a name, if it may not; of the given names it may assign theta and those `assignable`. */
export function refusalToAssign(
  name: string,
  taken?: Taken,
  assignable: readonly string[] = [],
): string | undefined {
  if (vocableOf(name)) return `"${name}" is a function and cannot be assigned`;
  if (constantOf(name) !== undefined) return `"${name}" is a constant and cannot be assigned`;
  const free = ["theta", ...assignable];
  if (given.includes(name) && !free.includes(name))
    return `"${name}" is given; a rule may assign ${free.join(", ")} and names of its own`;
  return refusalToRead(name, taken);
}

/** Errors that point at a word of a source. */
export function complaintsAbout(source: string) {
  return {
    failure,

    /** A word where it cannot stand, seen with the one before it. */
    unexpected(token: Token, before: Token | undefined): FormulaError {
      const { kind, text } = token;
      if (kind === "end" && text !== ";") return failure("expected a number, a name or (", token);
      if (text === "*" && before?.text === "*") return failure("write ^ for a power", before, 2, "^");
      const endsValue = before && (before.kind === "number" || before.kind === "name" || before.text === ")");
      if (endsValue && (kind === "number" || kind === "name" || text === "("))
        return failure(`expected an operator before "${text}", such as *`, token);
      return failure(`unexpected "${text}"`, token);
    },

    /** A name that none of the candidates has. */
    mistaken(message: string, token: Token, candidates: Iterable<string>): FormulaError {
      const all = [...candidates];
      const guess = nearest(token.text, all);
      const help = guess ? `did you mean ${guess}?` : `there are ${all.join(", ")}`;
      return failure(`${message}; ${help}`, token, token.text.length, guess);
    },
  };

  function failure(
    message: string,
    { offset, text }: Token,
    length = text.trim().length,
    suggestion?: string,
  ) {
    return new FormulaError(message, positionAt(source, offset), length, suggestion);
  }
}
