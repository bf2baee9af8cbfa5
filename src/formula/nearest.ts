/** The name a reader most likely meant, if one lies within two slips of the pen. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Short names are close to everything: `f` must not read as `g`.
  let least = Math.min(2, Math.ceil(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const slips = distance(name.toLowerCase(), candidate.toLowerCase());
    if (slips < least && slips < candidate.length) [best, least] = [candidate, slips];
  }
  return best;
}

/** Edits between two words, by Levenshtein; only the last row of the table is kept. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
