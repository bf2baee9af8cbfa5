import { bisectLeft } from "d3";
import { roundestBetween } from "./round-number";

/** Which losses a map draws contours at, and what it needs to tint them. */
export type Levels = {
  readonly levels: readonly number[];
  /** Levels drawn bold: powers of ten, and zero. */
  readonly bold: ReadonlySet<number>;
  /** 0 for the deepest tint to 1 for the highest; the same level has the same tint everywhere. */
  readonly tintOf: (level: number) => number;
  /** What the levels are even steps of: the loss's logarithm above a pit, or, where none is known, the area below. */
  readonly measure: "logarithm" | "area";
};

/** Losses from the lowest to the highest of a map at places from 0 to 1: levels at even distances are worth drawing. */
type Scale = {
  readonly lowest: number;
  readonly highest: number;
  readonly placeOf: (level: number) => number;
  readonly levelAt: (place: number) => number;
  readonly shareOf: (level: number) => number;
};

/** How much of the choice is by area, the rest being by logarithm. */
const byArea = 0.3;
/** Share of the window that lies inside the lowest contour. */
const innermost = 0.0015;
/** Levels there are, about. */
const count = 15;
/** Levels nearer to the top than this share of the whole height would only draw the unevenness of a plain. */
const flat = 0.02;
/** Share of a gap that a level may move to become a rounder number. */
const play = 0.22;

/**
 * Levels for the values seen in a window (sorted, finite) above the lowest minimum known, if one is. Powers of ten stand
 * fast; the others are the roundest numbers near their places.
 */
export function levelsOf(sorted: Float64Array, minimum: number | undefined): Levels {
  const scale = minimum === undefined ? slopeScale(sorted) : pitScale(sorted, minimum);
  const measure = minimum === undefined ? "area" : "logarithm";
  const { lowest, highest, placeOf, levelAt, shareOf } = scale;
  if (!(highest > lowest)) return { levels: [], bold: new Set(), tintOf: () => 0.5, measure };
  const rounded = (place: number, room: number) =>
    roundestBetween(levelAt(Math.max(0, place - room)), levelAt(Math.min(1, place + room)));

  const gap = 1 / count;
  const fixed: number[] = [];
  for (const level of powersOfTen(lowest, highest))
    if (fixed.every((other) => Math.abs(placeOf(other) - placeOf(level)) >= 0.7 * gap)) fixed.push(level);
  fixed.sort((a, b) => a - b);

  const levels: number[] = [];
  const places = [0, ...fixed.map(placeOf), 1];
  places.slice(1).forEach((to, i) => {
    const from = places[i]!;
    const parts = Math.max(1, Math.round((to - from) / gap));
    const part = (to - from) / parts;
    // The lowest level is drawn, too, where a power of ten does not stand close above it.
    for (let k = i === 0 && to > 0.7 * gap ? 0 : 1; k < parts; k++)
      levels.push(rounded(from + k * part, play * part));
    if (i < fixed.length) levels.push(fixed[i]!);
  });
  return {
    levels: [...new Set(levels)]
      .filter((level) => shareOf(level) >= 0 && level < highest)
      .sort((a, b) => a - b),
    bold: new Set(fixed),
    tintOf: (level) => Math.min(1, Math.max(0, shareOf(level))) ** 1.45,
    measure,
  };
}

/**
 * Over the logarithm of the height above the minimum, so that a pit has contours however deep, and over the area, so that
 * a slope has some too.
 */
function pitScale(sorted: Float64Array, minimum: number): Scale {
  const top = quantileOf(sorted, 0.9995) - minimum;
  const bottom = Math.min(Math.max(quantileOf(sorted, innermost) - minimum, 1e-8 * top), top / 10);
  const decades = Math.log(top / bottom);
  const placeOf = (level: number) =>
    (1 - byArea) * (Math.log((level - minimum) / bottom) / decades) +
    byArea * (bisectLeft(sorted, level) / sorted.length);
  const deepest = 0.6 * bottom;
  return {
    lowest: minimum + bottom,
    highest: minimum + (1 - flat) * top,
    placeOf,
    levelAt(place) {
      let [from, to] = [Math.log(bottom), Math.log(top)];
      for (let i = 0; i < 40; i++) {
        const middle = (from + to) / 2;
        if (placeOf(minimum + Math.exp(middle)) < place) from = middle;
        else to = middle;
      }
      return minimum + Math.exp(to);
    },
    shareOf: (level) => Math.log((level - minimum) / deepest) / Math.log(top / deepest),
  };
}

/** Over the area alone: where no pit is known there is nothing to come near to, and a pole takes no level for itself. */
function slopeScale(sorted: Float64Array): Scale {
  const levelAt = (place: number) => quantileOf(sorted, place);
  const placeOf = (level: number) => bisectLeft(sorted, level) / sorted.length;
  return { lowest: levelAt(0.0005), highest: levelAt(0.9995), placeOf, levelAt, shareOf: placeOf };
}

/** The value that a share of sorted values lies below. */
export const quantileOf = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;

/** Zero, then the powers of ten and their negatives from large to small, inside an interval. */
function powersOfTen(from: number, to: number): number[] {
  const highest = Math.floor(Math.log10(Math.max(Math.abs(from), Math.abs(to))));
  const powers = Array.from({ length: 10 }, (_, i) => Number(`1e${highest - i}`));
  return [0, ...powers.flatMap((power) => [power, -power])].filter((level) => level > from && level < to);
}
