/**
 * Steps at which a network is measured, in order: the first of a training densely, then every tenth of an epoch, and the last. Fewer of
 * the first where `isCostly`: a convolutional network's takes as long as a hundred steps.
 */
export function checkpointSteps(steps: number, perEpoch: number, isCostly = false): Set<number> {
  const tenths = Array.from({ length: Math.floor((10 * steps) / perEpoch) }, (_, i) =>
    Math.round(((i + 1) * perEpoch) / 10),
  );
  const early = isCostly ? [0, 20, 100] : [0, 5, 10, 20, 30, 40, 50, 75, 100];
  const inOrder = [...early, ...tenths].sort((a, b) => a - b);
  return new Set(inOrder.filter((step) => step < steps).concat(steps));
}
