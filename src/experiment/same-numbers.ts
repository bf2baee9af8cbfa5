/** Number by number, NaN like NaN: another backend computes the same run a little otherwise. */
export const isSameNumbers = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && (isSameView(a, b) || a.every((value, i) => Object.is(value, b[i])));

const isSameView = (a: Float64Array, b: Float64Array) =>
  a.buffer === b.buffer && a.byteOffset === b.byteOffset;
