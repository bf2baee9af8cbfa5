import { FormulaError, positionAt } from "./formula-error";
import { refuse } from "./sentences";

/** A word of a formula; `end` is a line's end, a semicolon or the end of the text. */
export type Token = {
  readonly kind: "number" | "name" | "symbol" | "end";
  readonly text: string;
  readonly offset: number;
};

/** A longer formula is no formula a reader could follow. */
const longestSource = 2000;

const pattern =
  /(?<blank>[^\S\n]+|#[^\n]*)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<end>[\n;])|(?<symbol>[-+*/^=(),])/uy;

/** Cuts a formula into words; blanks and comments from `#` to the line's end are left out. */
export function tokenize(source: string): Token[] {
  if (source.length > longestSource)
    throw new FormulaError(
      refuse(
        "a formula has at most {0} characters; this one has {1}",
        longestSource.toLocaleString("en"),
        source.length.toLocaleString("en"),
      ),
      positionAt(source, longestSource),
    );
  const tokens: Token[] = [];
  for (let offset = 0; offset < source.length;) {
    pattern.lastIndex = offset;
    const groups = pattern.exec(source)?.groups;
    if (!groups) throw unreadable(source, offset);
    const start = offset;
    offset = pattern.lastIndex;
    for (const kind of ["number", "name", "end", "symbol"] as const) {
      const text = groups[kind];
      if (text !== undefined) tokens.push({ kind, text, offset: start });
    }
  }
  tokens.push({ kind: "end", text: "", offset: source.length });
  return tokens;
}

function unreadable(source: string, offset: number): FormulaError {
  const character = String.fromCodePoint(source.codePointAt(offset)!);
  const refusal =
    character === "_"
      ? refuse("a name begins with a letter")
      : refuse('"{0}" is not part of a formula; it has numbers, names, + - * / ^ ( ) and commas', character);
  return new FormulaError(refusal, positionAt(source, offset), character.length);
}
