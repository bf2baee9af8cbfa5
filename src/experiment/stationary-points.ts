import type { Domain, Point } from "../surfaces/surface";
import type { Differentiable } from "./differentiable";

/** Where a function is level, the deepest first. */
type StationaryPoints = { readonly minima: readonly Point[]; readonly saddles: readonly Point[] };

type Found = { readonly at: Point; readonly loss: number };

/** Nodes a search may evaluate: some milliseconds on a slow core, whatever the formula. */
export const searchBudget = 400_000;
/** Cells of the grid along each side of the window; a long formula's are fewer, or it is not searched. */
const mostCellsAcross = 31;
const leastCellsAcross = 15;
/** Cells looked into, the deepest first: where there are more, the function is a field of traps. */
const mostSeeds = 128;
/** How many cells from where it sets out a search may end. */
const reach = 8;
/** A slope that is none, as a share of the usual one. */
const level = 1e-9;
/** Minima or saddles that are told. */
const mostTold = 8;

/**
 * Finds the minima and saddles of a function inside a window: from every cell of a grid in which both derivatives change
 * their sign, by Newton's method, or downhill where a kink has no second derivative. Each is verified by its neighbours.
 * Of too many minima the deepest are told, of too many saddles none; what lies between the samples is missed, and what
 * the budget does not reach. The deepest cells are looked into first.
 */
export function stationaryPointsOf(f: Differentiable, { x, y }: Domain): StationaryPoints {
  const cells = cellsAcross(f);
  if (cells < leastCellsAcross) return { minima: [], saddles: [] };
  const search = metered(f);
  const size: Point = [(x[1] - x[0]) / cells, (y[1] - y[0]) / cells];
  const corner = (i: number, j: number): Point => [x[0] + i * size[0], y[0] + j * size[1]];
  const columns = cells + 1;
  const slopes = [new Float64Array(columns ** 2), new Float64Array(columns ** 2)] as const;
  for (let k = 0; k < columns ** 2; k++)
    [slopes[0][k], slopes[1][k]] = f.gradient(...corner(k % columns, Math.floor(k / columns)));
  search.affords({ gradients: columns ** 2 });
  const lengths = slopes[0].map((slope, k) => Math.hypot(slope, slopes[1][k]!)).filter(Number.isFinite);
  const usual = lengths.sort()[lengths.length >> 1] ?? NaN;

  const seeds: Found[] = [];
  for (let j = 0; j < cells; j++)
    for (let i = 0; i < cells; i++) {
      const corners = [0, 1, columns, columns + 1].map((offset) => j * columns + i + offset);
      if (!slopes.every((slope) => changesSign(corners.map((k) => slope[k]!)))) continue;
      if (!search.affords({ values: 1 })) continue;
      const at = corner(i + 0.5, j + 0.5);
      const loss = f.value(...at);
      if (Number.isFinite(loss)) seeds.push({ at, loss });
    }
  seeds.sort((a, b) => a.loss - b.loss);

  const known: (Found & { readonly kind: Kind | undefined })[] = [];
  const isKnown = (at: Point) => known.some((other) => distance(other.at, at, size) < 1 / 4);
  for (const seed of seeds.slice(0, mostSeeds)) {
    const at = levelNear(seed.at, search, size, usual, isKnown) ?? kinkNear(seed, search, size);
    if (!at) continue;
    const isInside = at[0] > x[0] && at[0] < x[1] && at[1] > y[0] && at[1] < y[1];
    if (!isInside || isKnown(at)) continue;
    if (!search.affords({ values: 2 + circle.length + coarseCircle.length })) break;
    known.push({ at, loss: f.value(...at), kind: kindOf(at, f.value, size) });
  }
  const middle = corner(cells / 2, cells / 2);
  const nearness = ({ at }: Found) => distance(at, middle, size);
  known.sort((a, b) => a.loss - b.loss || nearness(a) - nearness(b));
  const isWhole = seeds.length <= mostSeeds && !search.isSpent;
  const minima = known.filter(({ kind }) => kind === "minimum");
  const saddles = known.filter(({ kind }) => kind === "saddle");
  return {
    minima: (isWhole && minima.length <= mostTold ? minima : deepestOf(minima, nearness)).map(({ at }) => at),
    saddles: isWhole && saddles.length <= mostTold ? saddles.map(({ at }) => at) : [],
  };
}

/** So many that the grid takes half of the budget at most. */
const cellsAcross = ({ nodes }: Differentiable) =>
  Math.min(mostCellsAcross, Math.floor(Math.sqrt(searchBudget / 2 / nodes.gradient)) - 1);

type Search = ReturnType<typeof metered>;

/** Counts what is evaluated, so that equal formulas find equal places on every machine. */
function metered(f: Differentiable) {
  let left = searchBudget;
  let isSpent = false;
  return {
    ...f,
    /** Whether anything was left out. */
    get isSpent() {
      return isSpent;
    },
    /** Takes these evaluations from the budget if they are in it. */
    affords({ values = 0, gradients = 0 }: { readonly values?: number; readonly gradients?: number }) {
      const cost = values * f.nodes.value + gradients * f.nodes.gradient;
      isSpent ||= cost > left;
      if (!isSpent) left -= cost;
      return !isSpent;
    },
  };
}

/** What is level everywhere changes nowhere; NaN is no sign. */
const changesSign = (values: readonly number[]) => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least <= 0 && most >= 0 && least < most;
};

/** Distance in cells. */
const distance = (a: Point, b: Point, size: Point) =>
  Math.hypot((a[0] - b[0]) / size[0], (a[1] - b[1]) / size[1]);

/** All minima as deep as the deepest; of a whole pattern of them the one nearest to the middle. */
function deepestOf(minima: readonly Found[], nearness: (one: Found) => number): readonly Found[] {
  const equal = minima.filter(({ loss }) => loss - minima[0]!.loss <= 1e-9 * Math.max(1, Math.abs(loss)));
  return equal.length <= mostTold ? equal : equal.toSorted((a, b) => nearness(a) - nearness(b)).slice(0, 1);
}

/** Newton's method for a vanishing gradient, no step longer than a cell; undefined where it finds none nearby. */
function levelNear(
  seed: Point,
  { gradient, affords }: Search,
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
function kinkNear(seed: Found, { value, affords }: Search, [width, height]: Point): Point | undefined {
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

type Kind = "minimum" | "saddle";

/** What a place is by its neighbours on two circles; nothing beside a pole, where nearer ones are no more alike. */
function kindOf([x, y]: Point, value: Differentiable["value"], [width, height]: Point): Kind | undefined {
  const here = value(x, y);
  const risesOn = (directions: readonly Point[], share: number) =>
    directions.map(([dx, dy]) => value(x + share * width * dx, y + share * height * dy) - here);
  const [far, near] = [risesOn(circle, 1 / 16), risesOn(coarseCircle, 1 / 256)];
  const steepest = (rises: readonly number[]) => Math.max(...rises.map(Math.abs));
  if (!(steepest(far) > 2 * steepest(near))) return undefined;
  if ([...far, ...near].every((rise) => rise > 0)) return "minimum";
  const waysDown = far.filter((rise, i) => rise < 0 && !(far.at(i - 1)! < 0)).length;
  return waysDown >= 2 ? "saddle" : undefined;
}

const circle = Array.from({ length: 48 }, (_, i): Point => {
  const angle = ((i + 0.3) * Math.PI) / 24;
  return [Math.cos(angle), Math.sin(angle)];
});
const coarseCircle = circle.filter((_, i) => i % 4 === 0);
