import { FormulaError, positionAt } from "./formula-error";

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
      `a formula has at most ${longestSource.toLocaleString("en")} characters; this one has ${source.length.toLocaleString("en")}`,
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
  const message =
    character === "_"
      ? "a name begins with a letter"
      : `"${character}" is not part of a formula; it has numbers, names, + - * / ^ ( ) and commas`;
  return new FormulaError(message, positionAt(source, offset), character.length);
}
