/** How often a run names each class for each true one: shape [classes, classes], a row a true class. */
export function confusionOf(
  named: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): Uint32Array<ArrayBuffer> {
  const counts = new Uint32Array(classes * classes);
  for (let i = 0; i < labels.length; i++) counts[labels[i]! * classes + named[i]!]!++;
  return counts;
}

/** Counts on the diagonal: images named as what they are. */
export function rightOf(counts: Uint32Array): number {
  const classes = Math.sqrt(counts.length);
  let right = 0;
  for (let k = 0; k < classes; k++) right += counts[k * classes + k]!;
  return right;
}

/** The largest count off the diagonal, and where it stands; a count of 0 where nothing is confused. */
export function worstOf(counts: Uint32Array): { truth: number; named: number; count: number } {
  const classes = Math.sqrt(counts.length);
  let worst = { truth: 0, named: 0, count: 0 };
  counts.forEach((count, i) => {
    const [truth, named] = [Math.floor(i / classes), i % classes];
    if (truth !== named && count > worst.count) worst = { truth, named, count };
  });
  return worst;
}
