/** Steps at which a network is measured: the first of a training densely, then every tenth of an epoch, and the last. */
export function checkpointSteps(steps: number, perEpoch: number): Set<number> {
  const tenths = Array.from({ length: Math.floor((10 * steps) / perEpoch) }, (_, i) =>
    Math.round(((i + 1) * perEpoch) / 10),
  );
  return new Set([...early, ...tenths].filter((step) => step < steps).concat(steps));
}

const early = [0, 5, 10, 20, 30, 40, 50, 75, 100];
