/** The numbers of a matrix's rows that are not 0, row after row: most of an image is paper, and half of what relu lets out is 0. */
export type SparseRows = {
  /** Rows filled. */
  count: number;
  /** Where each row's numbers begin, and the last one's end: shape [rows + 1]. */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly values: Float64Array;
};

/** Room for `rows` rows of at most `width` numbers that are not 0. */
export const roomFor = (rows: number, width: number): SparseRows => ({
  count: 0,
  starts: new Uint32Array(rows + 1),
  columns: new Uint16Array(rows * width),
  values: new Float64Array(rows * width),
});

/** Reads the rows of a matrix [count, width]. */
export function fillRows(target: SparseRows, source: ArrayLike<number>, count: number, width: number): void {
  const { starts, columns, values } = target;
  let n = 0;
  for (let row = 0; row < count; row++) {
    starts[row] = n;
    const from = row * width;
    for (let column = 0; column < width; column++) {
      const value = source[from + column]!;
      if (value === 0) continue;
      columns[n] = column;
      values[n++] = value;
    }
  }
  starts[count] = n;
  target.count = count;
}

/** Rows put away in an eighth of their room: each value as narrow as it came. */
export type PackedRows = Pick<SparseRows, "count" | "starts" | "columns"> & {
  readonly values: Uint8Array | Float32Array;
};

/** A copy of the rows; ink stays bytes. */
export const packed = ({ count, starts, columns, values }: SparseRows, isInk: boolean): PackedRows => ({
  count,
  starts: starts.slice(0, count + 1),
  columns: columns.slice(0, starts[count]),
  values: new (isInk ? Uint8Array : Float32Array)(values.subarray(0, starts[count])),
});

/** Fills rows with what was put away. */
export function unpack(target: SparseRows, { count, starts, columns, values }: PackedRows): void {
  target.count = count;
  target.starts.set(starts);
  target.columns.set(columns);
  target.values.set(values);
}
