import type { Levels } from "./levels";

/** Fewer of the whole map's levels than this in a window, and it is given some of its own. */
const enough = 8;
/** A minimum is near where the window's lowest point is this share of its height above it, or less. */
const near = 0.1;

/**
 * Levels for a window of a surface, of losses in that range: the whole map's as long as there are enough of them, so that a
 * colour goes on meaning the same loss; further in, the window's own, about a minimum, or evenly over a slope.
 */
export function zoomedLevels(
  whole: Levels,
  [least, greatest]: readonly [number, number],
  minimum: number | undefined,
  own: () => Levels,
  evenly: () => Levels,
): Levels {
  const within = whole.levels.filter((level) => level > least && level < greatest);
  // The next level below tints the deepest part.
  const below = whole.levels.filter((level) => level <= least).slice(-1);
  if (within.length >= enough) return { ...whole, levels: [...below, ...within] };
  const isNear = minimum !== undefined && least - minimum <= near * (greatest - minimum);
  return isNear ? own() : evenly();
}
