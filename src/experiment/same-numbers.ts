/** Whether two lists hold the same numbers to the last digit, NaN among them. */
export const isSameNumbers = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
