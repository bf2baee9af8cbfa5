/** The longest line, indentation included. */
const width = 88;
/** A class's methods stand this deep; what is laid out here is at most so far in. */
const deepest = 12;

/** The same lines further in. */
export const indented = (lines: readonly string[], levels = 1): string[] =>
  lines.map((line) => (line ? " ".repeat(4 * levels) + line : line));

/** Lines as comments. */
export const commented = (lines: readonly string[]): string[] => lines.map((line) => `# ${line}`.trimEnd());

/** Words filled into lines; `first` and the others are told how long they may get. */
function filled(words: readonly string[], most: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Prose as comment lines. */
export const comment = (prose: string): string[] => commented(filled(prose.split(/\s+/), width - 2));

/** Prose as a docstring; what might end it early is taken out. */
export function docstring(sentences: readonly string[]): string[] {
  const harmless = sentences.join(" ").replaceAll("\\", "/").replaceAll('"', "'");
  const lines = filled(harmless.trim().split(/\s+/), width - deepest - 3);
  return lines.length > 1 ? [`"""${lines[0]}`, ...lines.slice(1), '"""'] : [`"""${lines[0]}"""`];
}

/** A list between brackets, on one line or its items on lines of their own. */
export function bracketed(open: string, items: readonly string[], close: string): string[] {
  const line = open + items.join(", ") + close;
  if (line.length <= width - deepest) return [line];
  const commas = items.map((item, i) => (i < items.length - 1 ? `${item},` : item));
  return [open, ...indented(filled(commas, width - deepest - 4)), close];
}

/** `start` and an expression, which is put in brackets and broken before operators where it is long. */
export function statement(start: string, expression: string): string[] {
  const line = start + expression;
  if (line.length <= width - deepest) return [line];
  return [`${start}(`, ...indented(foldedExpression(expression)), ")"];
}

/** An expression that stands between brackets, on as many lines as it needs; `level` says where it may be cut. */
export function foldedExpression(expression: string, level = 0): string[] {
  const most = width - deepest - 4;
  if (expression.length <= most || level > 2 * mostNested) return [expression];
  const pieces = beforeOperators(expression, level);
  if (pieces.length === 1) return foldedExpression(expression, level + 1);
  const lines: string[] = [];
  let mayGrow = false;
  for (const piece of pieces) {
    const isShort = piece.length <= most;
    if (isShort && mayGrow && `${lines.at(-1)} ${piece}`.length <= most)
      lines.push(`${lines.pop()} ${piece}`);
    else lines.push(...foldedExpression(piece, level + 1));
    mayGrow = isShort;
  }
  return lines;
}

/** Brackets within brackets that a formula may have. */
const mostNested = 64;

/** An expression cut before sums' operators, at the next level before products', then within the next brackets. */
function beforeOperators(expression: string, level: number): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < expression.length; i++) {
    if (expression[i] === "(") depth++;
    if (expression[i] === ")") depth--;
    const operator = /^ ([-+*/]) /.exec(expression.slice(i, i + 3))?.[1];
    if (!operator || 2 * depth + ("+-".includes(operator) ? 0 : 1) > level) continue;
    pieces.push(expression.slice(start, i));
    start = i + 1;
  }
  return [...pieces, expression.slice(start)];
}
