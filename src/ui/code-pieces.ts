/** A stretch of a line painted alike; `kind` is "comment" or what the caller calls a name. */
export type Piece = { readonly text: string; readonly kind: string | undefined; readonly isWrong: boolean };

/** Where a text cannot be used; without length, at the character it points to or at the line's missing one. */
export type Stretch = { readonly offset: number; readonly length: number };

const words = /#.*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[A-Za-z][A-Za-z0-9_]*|./gu;

/**
 * The lines of a text, each cut where its look changes. Joined they are the text again, but for a space to underline
 * where something is missing at a line's end.
 */
export function piecesOf(
  text: string,
  error?: Stretch,
  kindOf: (name: string) => string | undefined = () => undefined,
): Piece[][] {
  const wrong = error && !isOfWhole(text, error) ? error : undefined;
  let start = 0;
  return text.split("\n").map((line) => {
    const from = wrong ? wrong.offset - start : Infinity;
    const to = from + Math.max(1, wrong?.length ?? 0);
    start += line.length + 1;
    const pieces: Piece[] = [];
    for (const { 0: word, index } of line.matchAll(words)) {
      const kind = word.startsWith("#") ? "comment" : /^[A-Za-z]/.test(word) ? kindOf(word) : undefined;
      const [before, after] = [from, to].map((at) => Math.min(word.length, Math.max(0, at - index)));
      append(pieces, { text: word.slice(0, before), kind, isWrong: false });
      append(pieces, { text: word.slice(before, after), kind, isWrong: true });
      append(pieces, { text: word.slice(after), kind, isWrong: false });
    }
    if (from === line.length) append(pieces, { text: " ", kind: undefined, isWrong: true });
    return pieces;
  });
}

/** Whether an error is about the whole text: it has no length, and stands before a first character. */
export const isOfWhole = (text: string, { offset, length }: Stretch): boolean =>
  offset === 0 && length === 0 && /^./u.test(text);

/** The text with a stretch of it replaced. */
export const replaced = (text: string, { offset, length }: Stretch, by: string): string =>
  text.slice(0, offset) + by + text.slice(offset + length);

/** From where a word first stands in a text to where it last ends. */
export function stretchOf(text: string, word: string): Stretch {
  const all = [...text.matchAll(new RegExp(`\\b${word}\\b`, "g"))];
  const offset = all[0]?.index ?? 0;
  return { offset, length: (all.at(-1)?.index ?? offset) + word.length - offset };
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (piece.text === "") return;
  if (last && last.kind === piece.kind && last.isWrong === piece.isWrong)
    pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  else pieces.push(piece);
}
