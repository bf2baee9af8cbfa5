/** A growing series, as far as pixel columns can show it. */
export type ColumnExtremes = {
  /** Least and greatest value of each column; NaN where there is none yet. */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  extend(values: ArrayLike<number>): void;
};

/**
 * Least and greatest value in each of `columns` pixel columns of a growing series, of which `length` values from `first`
 * on are shown.
 */
export function createColumnExtremes(length: number, columns: number, first = 0): ColumnExtremes {
  const least = new Float64Array(columns).fill(NaN);
  const greatest = new Float64Array(columns).fill(NaN);
  let count = first;
  return {
    least,
    greatest,
    extend(values) {
      for (; count < Math.min(values.length, first + length); count++) {
        const column = Math.min(columns - 1, Math.floor(((count - first) * columns) / length));
        const value = values[count]!;
        if (!(value >= least[column]!)) least[column] = value;
        if (!(value <= greatest[column]!)) greatest[column] = value;
      }
    },
  };
}
