import type { Levels } from "./levels";
import { roundestBetween } from "./round-number";

/** Fewer of the whole map's levels than this in a window, or less between their tints, and it is a map of its own. */
const [enough, contrast] = [4, 0.3];
/** Levels a window is to have, about. */
const wanted = 11;
/** Share of a gap that an added level may move to become a rounder number. */
const play = 0.3;
/** A minimum is near where the window's lowest point is this share of its height above it, or less. */
const near = 0.1;

/**
 * Levels for a window of a surface, of losses in that range. As long as the whole map's part it well they stand, with others
 * between them, and a colour goes on meaning the same loss; further in, the window has its own levels and tints: about a
 * minimum, or evenly over a slope.
 */
export function zoomedLevels(
  whole: Levels,
  [least, greatest]: readonly [number, number],
  minimum: number | undefined,
  own: () => Levels,
  evenly: () => Levels,
): Levels {
  const within = whole.levels.filter((level) => level > least && level < greatest);
  const tints = [within[0], within.at(-1)].map((level) => (level === undefined ? 0 : whole.tintOf(level)));
  if (within.length < enough || tints[1]! - tints[0]! < contrast) {
    const isNear = minimum !== undefined && least - minimum <= near * (greatest - minimum);
    return isNear ? own() : evenly();
  }
  // The level below the window tints its deepest part.
  const below = whole.levels.filter((level) => level <= least).slice(-1);
  const above = whole.levels.find((level) => level >= greatest);
  const parts = Math.max(1, Math.round(wanted / within.length));
  const known = [...below, ...within];
  const ends = [...known, ...(above === undefined ? [] : [above])];
  const added = ends.slice(1).flatMap((to, i) => between(ends[i]!, to, parts, minimum));
  return {
    ...whole,
    levels: [...known, ...added.filter((level) => level > least && level < greatest)].sort((a, b) => a - b),
  };
}

/** Round levels that part a gap, evenly by the logarithm of the height above a minimum where one is known. */
function between(from: number, to: number, parts: number, minimum: number | undefined): number[] {
  const isAbove = minimum !== undefined && from > minimum;
  const at = (share: number) =>
    isAbove
      ? minimum + (from - minimum) * ((to - minimum) / (from - minimum)) ** share
      : from + share * (to - from);
  return Array.from({ length: parts - 1 }, (_, k) =>
    roundestBetween(at((k + 1 - play) / parts), at((k + 1 + play) / parts)),
  );
}
