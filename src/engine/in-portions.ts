import { nextTask } from "./next-task";

/** Milliseconds computed before a waiting request is let through: half a frame of the page. */
const portion = 8;

/**
 * Does long work with rests between portions, so that newer requests are heard; gives it up once it is no longer
 * wanted, and then has no answer. Counts the milliseconds it took.
 */
export async function inPortions<T>(
  work: Iterator<undefined, T>,
  isWanted: () => boolean,
): Promise<{ readonly value: T; readonly milliseconds: number } | undefined> {
  let milliseconds = 0;
  for (;;) {
    const begun = performance.now();
    let next = work.next();
    while (!next.done && performance.now() - begun < portion) next = work.next();
    milliseconds += performance.now() - begun;
    if (next.done) return { value: next.value, milliseconds };
    await nextTask();
    if (!isWanted()) return undefined;
  }
}
