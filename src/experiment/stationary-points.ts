import type { Domain, Point } from "../surfaces/surface";

type Scalar = (x: number, y: number) => number;

/** A function of the plane with its partial derivatives. */
type Differentiable = { readonly value: Scalar; readonly gradient: readonly [Scalar, Scalar] };

/** Where a function is level, the deepest first. */
type StationaryPoints = { readonly minima: readonly Point[]; readonly saddles: readonly Point[] };

type Found = { readonly at: Point; readonly loss: number };

/** Cells of the grid along each side of the window. */
const cells = 31;
/** Cells looked into, the deepest first: where there are more, the function is a field of traps. */
const mostCells = 128;
/** Minima or saddles that are told. */
const mostTold = 8;

/**
 * Finds the minima and saddles of a function inside a window: from every cell of a grid in which both derivatives change
 * their sign, by Newton's method, or downhill where a kink has no second derivative. Each is verified by its neighbours.
 * Of too many minima the deepest are told, of too many saddles none; what lies between the samples is missed.
 */
export function stationaryPointsOf(
  { value, gradient: [fx, fy] }: Differentiable,
  { x, y }: Domain,
): StationaryPoints {
  const size: Point = [(x[1] - x[0]) / cells, (y[1] - y[0]) / cells];
  const corner = (i: number, j: number): Point => [x[0] + i * size[0], y[0] + j * size[1]];
  const columns = cells + 1;
  const slopes = [fx, fy].map((partial) =>
    Float64Array.from({ length: columns ** 2 }, (_, k) =>
      partial(...corner(k % columns, Math.floor(k / columns))),
    ),
  );
  const lengths = slopes[0]!.map((slope, k) => Math.hypot(slope, slopes[1]![k]!)).filter(Number.isFinite);
  const usual = lengths.sort()[lengths.length >> 1] ?? NaN;

  const seeds: Found[] = [];
  for (let j = 0; j < cells; j++)
    for (let i = 0; i < cells; i++) {
      const corners = [0, 1, columns, columns + 1].map((offset) => j * columns + i + offset);
      if (!slopes.every((slope) => changesSign(corners.map((k) => slope[k]!)))) continue;
      const at = corner(i + 0.5, j + 0.5);
      const loss = value(...at);
      if (Number.isFinite(loss)) seeds.push({ at, loss });
    }
  seeds.sort((a, b) => a.loss - b.loss);

  const known: (Found & { readonly kind: Kind | undefined })[] = [];
  for (const seed of seeds.slice(0, mostCells)) {
    const at = levelNear(seed.at, [fx, fy], size, usual) ?? kinkNear(seed, value, size);
    if (!at) continue;
    const isInside = at[0] > x[0] && at[0] < x[1] && at[1] > y[0] && at[1] < y[1];
    if (!isInside || known.some((other) => distance(other.at, at, size) < 1 / 4)) continue;
    known.push({ at, loss: value(...at), kind: kindOf(at, value, size) });
  }
  const middle = corner(cells / 2, cells / 2);
  const nearness = ({ at }: Found) => distance(at, middle, size);
  known.sort((a, b) => a.loss - b.loss || nearness(a) - nearness(b));
  const isWhole = seeds.length <= mostCells;
  const minima = known.filter(({ kind }) => kind === "minimum");
  const saddles = known.filter(({ kind }) => kind === "saddle");
  return {
    minima: (isWhole && minima.length <= mostTold ? minima : deepestOf(minima, nearness)).map(({ at }) => at),
    saddles: isWhole && saddles.length <= mostTold ? saddles.map(({ at }) => at) : [],
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
  [x, y]: Point,
  [fx, fy]: Differentiable["gradient"],
  [width, height]: Point,
  usual: number,
): Point | undefined {
  const [h, k] = [width / 1000, height / 1000];
  let size = Infinity;
  for (let step = 0; step < 25; step++) {
    const [u, v] = [fx(x, y), fy(x, y)];
    size = Math.hypot(u, v);
    if (!(size > 1e-14 * usual)) break;
    const [xx, yy] = [(fx(x + h, y) - fx(x - h, y)) / (2 * h), (fy(x, y + k) - fy(x, y - k)) / (2 * k)];
    const xy = (fx(x, y + k) - fx(x, y - k)) / (2 * k);
    const determinant = xx * yy - xy * xy;
    const [dx, dy] = [(yy * u - xy * v) / determinant, (xx * v - xy * u) / determinant];
    const shrink = Math.max(1, Math.abs(dx) / width, Math.abs(dy) / height);
    if (!Number.isFinite(shrink)) break;
    [x, y] = [x - dx / shrink, y - dy / shrink];
  }
  return size <= 1e-9 * usual ? [x, y] : undefined;
}

/** The bottom of a pit without a level place: steps to eight sides, half as long where none leads down (Hooke & Jeeves 1961). */
function kinkNear(seed: Found, value: Scalar, [width, height]: Point): Point | undefined {
  const lowestAbout = ({ at }: Found, share: number) => {
    const around = sides.map(([dx, dy]): Point => [at[0] + share * width * dx, at[1] + share * height * dy]);
    return around
      .map((at): Found => ({ at, loss: value(...at) }))
      .reduce((least, one) => (one.loss < least.loss ? one : least));
  };
  if (!(lowestAbout(seed, 1).loss >= seed.loss)) return undefined;
  let lowest = seed;
  for (let share = 0.5, round = 0; share > 1e-12 && round < 100; round++) {
    const next = lowestAbout(lowest, share);
    if (next.loss < lowest.loss) lowest = next;
    else share /= 2;
  }
  return lowest.at;
}

const sides = [-1, 0, 1]
  .flatMap((dx) => [-1, 0, 1].map((dy): Point => [dx, dy]))
  .filter(([dx, dy]) => dx || dy);

type Kind = "minimum" | "saddle";

/** What a place is by its neighbours on two circles; nothing beside a pole, where nearer ones are no more alike. */
function kindOf([x, y]: Point, value: Scalar, [width, height]: Point): Kind | undefined {
  const here = value(x, y);
  const [far, near] = [1 / 16, 1 / 256].map((share) =>
    circle.map(([dx, dy]) => value(x + share * width * dx, y + share * height * dy) - here),
  ) as [number[], number[]];
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
