/** By how much values grow from one to the next: the line with the least squares through them; 0 for fewer than two. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const spread = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  return spread === 0 ? 0 : values.reduce((sum, value, i) => sum + (i - middle) * value, 0) / spread;
}

/** Values it takes to tell growth from a swing. */
export const fewestToJudge = 5;

/**
 * Growth from one value to the next that no swing explains: of the least of the last third over the most of the first.
 * Below 0 where the two overlap; NaN for fewer than `fewestToJudge`.
 */
export function sureGrowthOf(values: readonly number[]): number {
  if (values.length < fewestToJudge) return NaN;
  const third = Math.ceil(values.length / 3);
  const gained = Math.min(...values.slice(-third)) - Math.max(...values.slice(0, third));
  return gained / (values.length - 2 * third + 1);
}
