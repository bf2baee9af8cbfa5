/** Adds factor times the sum of each column of a matrix [rows, columns], which begins at `at`, to `sums` [columns] from `to` on. */
export function addColumnSums(
  matrix: Float64Array,
  at: number,
  rows: number,
  columns: number,
  factor: number,
  sums: Float64Array,
  to: number,
): void {
  for (let row = 0, i = at; row < rows; row++)
    for (let column = 0; column < columns; column++, i++) sums[to + column]! += factor * matrix[i]!;
}

/** Multiplies a matrix [rows, columns] by a factor and moves each column by its shift, in place. */
export function scaleAndShift(
  matrix: Float64Array,
  factor: number,
  shifts: Float64Array,
  rows: number,
  columns: number,
): void {
  for (let row = 0, i = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, i++) matrix[i] = factor * matrix[i]! + shifts[column]!;
}

/** Products of two rows of numbers, one by one: the first `count`. */
export function multiplyEach(
  a: Float64Array,
  b: ArrayLike<number>,
  products: Float64Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) products[i] = a[i]! * b[i]!;
}

/** Writes a row of `columns` numbers, which begins at `from` in `source`, times a factor, into each of the rows before `end`. */
export function fillWithRow(
  target: Float64Array,
  at: number,
  end: number,
  source: Float64Array,
  from: number,
  columns: number,
  factor: number,
): void {
  for (let i = at; i < end; i += columns)
    for (let column = 0; column < columns; column++) target[i + column] = factor * source[from + column]!;
}
