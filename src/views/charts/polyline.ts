/** Points from which on a line is reduced to what its pixels can show. */
const mostPoints = 2000;

/**
 * An SVG path through (first + i, values[i]) on the given scales. NaN is skipped. More than about 2,000 points are
 * reduced to first, least, greatest and last of each pixel column, which look the same.
 */
export function polyline(
  { first, values }: { readonly first: number; readonly values: ArrayLike<number> },
  x: (step: number) => number,
  y: (value: number) => number,
): string {
  const parts: string[] = [];
  const put = (i: number) => parts.push(`${x(first + i).toFixed(1)},${y(values[i]!).toFixed(1)}`);
  if (values.length <= mostPoints)
    for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) put(i);
  if (values.length > mostPoints)
    for (const i of extremesByColumn(values, (i) => Math.floor(x(first + i)))) put(i);
  return parts.length ? `M${parts.join("L")}` : "";
}

/** Indices of the first, least, greatest and last value of each column, in order; NaN is in none. */
export function* extremesByColumn(
  values: ArrayLike<number>,
  columnOf: (i: number) => number,
): Generator<number> {
  let column: number | undefined;
  let found: [first: number, least: number, greatest: number, last: number] = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    const here = columnOf(i);
    if (here !== column) {
      if (column !== undefined) yield* inOrder(found);
      column = here;
      found = [i, i, i, i];
    }
    if (values[i]! < values[found[1]]!) found[1] = i;
    if (values[i]! > values[found[2]]!) found[2] = i;
    found[3] = i;
  }
  if (column !== undefined) yield* inOrder(found);
}

const inOrder = (indices: readonly number[]) => [...new Set(indices)].sort((a, b) => a - b);
