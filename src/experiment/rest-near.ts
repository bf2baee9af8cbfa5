import type { Point } from "../surfaces/surface";
import type { Metered } from "./metered";

/** A place and what the function is there. */
export type Found = { readonly at: Point; readonly loss: number };

/** How many cells from where it sets out a search may end. */
const reach = 8;
/** A slope that is none, as a share of the usual one. */
const level = 1e-9;

/** Where a search that sets out here comes to rest, in cells of this size, or nothing; a place that is known ends it. */
export const restNear = (
  seed: Found,
  search: Metered,
  size: Point,
  usual: number,
  isKnown: (at: Point) => boolean,
): Point | undefined => levelNear(seed.at, search, size, usual, isKnown) ?? kinkNear(seed, search, size);

/** Distance in cells. */
export const distance = (a: Point, b: Point, size: Point) =>
  Math.hypot((a[0] - b[0]) / size[0], (a[1] - b[1]) / size[1]);

/** Newton's method for a vanishing gradient, no step longer than a cell; undefined where it finds none nearby. */
function levelNear(
  seed: Point,
  { gradient, affords }: Metered,
  [width, height]: Point,
  usual: number,
  isKnown: (at: Point) => boolean,
): Point | undefined {
  const [h, k] = [width / 1e5, height / 1e5];
  let [x, y] = seed;
  let size = Infinity;
  for (let step = 0; step < 25 && affords({ gradients: 3 }); step++) {
    const [u, v] = gradient(x, y);
    const before = size;
    size = Math.hypot(u, v);
    if (!(size > 1e-14 * usual)) break;
    if (step > 12 && size > usual / 1000) return undefined;
    // What is left is rounding once it shrinks no more.
    if (size <= level * usual && size >= before / 2) break;
    const [east, north] = [gradient(x + h, y), gradient(x, y + k)];
    const [xx, xy, yy] = [(east[0] - u) / h, (north[0] - u) / k, (north[1] - v) / k];
    const determinant = xx * yy - xy * xy;
    const [dx, dy] = [(yy * u - xy * v) / determinant, (xx * v - xy * u) / determinant];
    const shrink = Math.max(1, Math.abs(dx) / width, Math.abs(dy) / height);
    if (!Number.isFinite(shrink)) break;
    [x, y] = [x - dx / shrink, y - dy / shrink];
    // What lies farther has a cell of its own.
    if (distance([x, y], seed, [width, height]) > reach) return undefined;
    if (isKnown([x, y])) return [x, y];
  }
  return size <= level * usual ? [x, y] : undefined;
}

/** The bottom of a pit without a level place: steps to eight sides, half as long where none leads down (Hooke & Jeeves 1961). */
function kinkNear(seed: Found, { value, affords }: Metered, [width, height]: Point): Point | undefined {
  const lowestAbout = (from: Found, share: number) => {
    let lowest = from;
    for (const [dx, dy] of sides) {
      const at: Point = [from.at[0] + share * width * dx, from.at[1] + share * height * dy];
      const loss = value(...at);
      if (loss < lowest.loss) lowest = { at, loss };
    }
    return lowest;
  };
  if (!affords({ values: sides.length }) || lowestAbout(seed, 1) !== seed) return undefined;
  let lowest = seed;
  for (let share = 0.5, round = 0; share > 1e-9 && round < 100; round++) {
    if (!affords({ values: sides.length })) return undefined;
    const next = lowestAbout(lowest, share);
    if (next === lowest) share /= 2;
    else lowest = next;
  }
  return lowest.at;
}

const sides = [-1, 0, 1]
  .flatMap((dx) => [-1, 0, 1].map((dy): Point => [dx, dy]))
  .filter(([dx, dy]) => dx || dy);
