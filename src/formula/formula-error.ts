import { inWords, type Refusal } from "./sentence";

/** Where in a source: offset from 0, line and column from 1. */
export type Position = { readonly offset: number; readonly line: number; readonly column: number };

/** A formula that cannot be used: why, which its message says in English, and the place to underline. */
export class FormulaError extends Error {
  readonly refusal: Refusal;
  readonly position: Position;
  /** Characters to underline. */
  readonly length: number;
  /** What to put in their place, where one guess is better than the others. */
  readonly suggestion: string | undefined;

  constructor(refusal: Refusal, position: Position = start, length = 0, suggestion?: string) {
    super(inWords(refusal));
    this.name = "FormulaError";
    this.refusal = refusal;
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
