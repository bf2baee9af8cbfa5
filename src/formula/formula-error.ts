/** Where in a source: offset from 0, line and column from 1. */
export type Position = { readonly offset: number; readonly line: number; readonly column: number };

/** A formula that cannot be used, in the reader's words, with the place to underline. */
export class FormulaError extends Error {
  readonly position: Position;
  /** Characters to underline. */
  readonly length: number;
  /** What to put in their place, where one guess is better than the others. */
  readonly suggestion: string | undefined;

  constructor(message: string, position: Position = start, length = 0, suggestion?: string) {
    super(message);
    this.name = "FormulaError";
    this.position = position;
    this.length = length;
    this.suggestion = suggestion;
  }
}

/** The line and column of an offset. */
export function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { offset, line: before.split("\n").length, column: offset - lineStart + 1 };
}

const start: Position = { offset: 0, line: 1, column: 1 };
