/** What a line does within one pixel column: places in its series. */
export type PixelColumn = {
  readonly first: number;
  readonly least: number;
  readonly greatest: number;
  readonly last: number;
};

/** A series reduced to what its pixel columns can show; NaN is in none. */
export function pixelColumns(
  values: ArrayLike<number>,
  columnOf: (i: number) => number,
  begin = 0,
  end = values.length,
): PixelColumn[] {
  const columns: PixelColumn[] = [];
  let [column, first, least, greatest, last] = [NaN, -1, -1, -1, -1];
  for (let i = begin; i < end; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const here = columnOf(i);
    if (here !== column) {
      if (first >= 0) columns.push({ first, least, greatest, last });
      column = here;
      first = least = greatest = i;
    }
    if (value < values[least]!) least = i;
    if (value > values[greatest]!) greatest = i;
    last = i;
  }
  if (first >= 0) columns.push({ first, least, greatest, last });
  return columns;
}

/** The places of a column in order, each once. */
export function inOrder({ first, least, greatest, last }: PixelColumn): number[] {
  const places = [first];
  for (const place of [Math.min(least, greatest), Math.max(least, greatest), last])
    if (place > places.at(-1)!) places.push(place);
  return places;
}
