/** Which images are looked at: those a run gets wrong, or those that another run names otherwise. */
export type Pick = {
  /** What the run names for each image, and what the other does where two are compared. */
  readonly named: ArrayLike<number>;
  readonly other?: ArrayLike<number> | undefined;
  /** Only images of this class that the run names so. */
  readonly only?: { readonly truth: number; readonly named: number } | undefined;
};

/** Places in the test set of all images that are looked at, in its order. */
export function pickedImages({ named, other, only }: Pick, labels: ArrayLike<number>): number[] {
  const picked: number[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (only && (labels[i] !== only.truth || named[i] !== only.named)) continue;
    // A cell of the diagonal holds what is right; it is shown all the same when asked for.
    if (other ? named[i] !== other[i] : only || named[i] !== labels[i]) picked.push(i);
  }
  return picked;
}

/** Of images that two runs name differently: how often the first is right, how often the second, how often neither. */
export function rightsOf(
  picked: readonly number[],
  named: ArrayLike<number>,
  other: ArrayLike<number>,
  labels: ArrayLike<number>,
): { first: number; second: number; neither: number } {
  const first = picked.filter((i) => named[i] === labels[i]).length;
  const second = picked.filter((i) => other[i] === labels[i]).length;
  return { first, second, neither: picked.length - first - second };
}
