/** Least steps from one later measurement to the next: all test images take as long as many small batches. */
const leastApart = 50;

/**
 * Steps at which a network is measured, in order: the first of a training densely, then every tenth of an epoch, or every
 * few tenths where an epoch is short, and the last. Fewer of the first where `isCostly`: a convolutional network's takes as
 * long as a hundred steps.
 */
export function checkpointSteps(steps: number, perEpoch: number, isCostly = false): Set<number> {
  const tenths = Math.max(1, Math.ceil((10 * leastApart) / perEpoch));
  const apart = (tenths * perEpoch) / 10;
  const later = Array.from({ length: Math.floor(steps / apart) }, (_, i) => Math.round((i + 1) * apart));
  const early = isCostly ? [0, 20, 100] : [0, 5, 10, 20, 30, 40, 50, 75, 100];
  const inOrder = [...early, ...later].sort((a, b) => a - b);
  return new Set(inOrder.filter((step) => step < steps).concat(steps));
}
