import type { Domain, Point } from "../surfaces/surface";
import type { Differentiable } from "./differentiable";
import { kindOf, valuesToTell, type Kind } from "./kind-of-place";
import { metered, searchBudget } from "./metered";
import { distance, restNear, type Found } from "./rest-near";

/** Where a function is level, the deepest first. */
type StationaryPoints = { readonly minima: readonly Point[]; readonly saddles: readonly Point[] };

/** Cells of the grid along each side of the window; a long formula's are fewer, or it is not searched. */
const mostCellsAcross = 31;
const leastCellsAcross = 15;
/** Cells looked into, the deepest first: where there are more, the function is a field of traps. */
const mostSeeds = 128;
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
    const at = restNear(seed, search, size, usual, isKnown);
    if (!at) continue;
    const isInside = at[0] > x[0] && at[0] < x[1] && at[1] > y[0] && at[1] < y[1];
    if (!isInside || isKnown(at)) continue;
    if (!search.affords({ values: 1 + valuesToTell })) break;
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

/** What is level everywhere changes nowhere; NaN is no sign. */
const changesSign = (values: readonly number[]) => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least <= 0 && most >= 0 && least < most;
};

/** All minima as deep as the deepest; of a whole pattern of them the one nearest to the middle. */
function deepestOf(minima: readonly Found[], nearness: (one: Found) => number): readonly Found[] {
  const equal = minima.filter(({ loss }) => loss - minima[0]!.loss <= 1e-9 * Math.max(1, Math.abs(loss)));
  return equal.length <= mostTold ? equal : equal.toSorted((a, b) => nearness(a) - nearness(b)).slice(0, 1);
}
