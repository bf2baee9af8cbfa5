import type { Checkpoint } from "./frame";

/**
 * Bytes of a recording's snapshots at most, 96 MiB: of the reference network with six runs, all of 38 epochs. The
 * first and the last snapshot are kept whatever their size.
 */
export const mostSnapshotBytes = 96 * 2 ** 20;

/** What only a snapshot has: all that grows with the network or with the test set. */
type Bulk = "parameters" | "named" | "activations" | "alive";

/** A checkpoint as a recording keeps it: its numbers for good, its bulk as long as there is room. */
export type RecordedCheckpoint = Omit<Checkpoint, Bulk> & Partial<Pick<Checkpoint, Bulk>>;

/** Whether a checkpoint still has all that was measured. */
export const isSnapshot = (checkpoint: RecordedCheckpoint): checkpoint is Checkpoint =>
  checkpoint.parameters !== undefined;

/** Number of the last checkpoint at or before a step; -1 before the first. */
export function checkpointAt(checkpoints: readonly Pick<Checkpoint, "step">[], step: number): number {
  let [low, high] = [0, checkpoints.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (checkpoints[middle]!.step <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Takes the bulk from as many checkpoints as is needed to stay below `most` bytes, in place: each time from the one
 * that leaves the smallest hole. Holes count in square roots of steps, since a network moves most at first.
 */
export function thinSnapshots(checkpoints: RecordedCheckpoint[], most = mostSnapshotBytes): void {
  const kept = [...checkpoints.keys()].filter((i) => isSnapshot(checkpoints[i]!));
  let bytes = kept.reduce((sum, i) => sum + bytesOf(checkpoints[i]!), 0);
  const rootAt = (k: number) => Math.sqrt(checkpoints[kept[k]!]!.step);
  const holeAt = (k: number) => rootAt(k + 1) - rootAt(k - 1);
  while (bytes > most && kept.length > 2) {
    let least = 1;
    for (let k = 2; k < kept.length - 1; k++) if (holeAt(k) < holeAt(least)) least = k;
    const [i] = kept.splice(least, 1) as [number];
    bytes -= bytesOf(checkpoints[i]!);
    checkpoints[i] = numbersOf(checkpoints[i]!);
  }
}

const bulk = ["parameters", "named", "activations", "alive"] as const satisfies readonly Bulk[];

const bytesOf = (checkpoint: RecordedCheckpoint) =>
  bulk.reduce((sum, name) => sum + (checkpoint[name]?.byteLength ?? 0), 0);

const numbersOf = (checkpoint: RecordedCheckpoint): RecordedCheckpoint =>
  Object.fromEntries(
    Object.entries(checkpoint).filter(([name]) => !bulk.includes(name as Bulk)),
  ) as RecordedCheckpoint;
