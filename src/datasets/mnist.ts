import { readBytes, type Progress, type ReadFile, type Shard, type Split } from "./dataset";
import { parseManifest, type ShardEntry } from "./manifest";
import { openShard } from "./shard";

/** Bytes of an image: 28 rows of 28 pixels. */
export const mnistPixels = 28 * 28;

/** MNIST while it loads; every shard is already on its way. */
export type MnistData = {
  /** Samples of each split. */
  readonly counts: Readonly<Record<Split, number>>;
  /** Shards of each split. */
  readonly shards: Readonly<Record<Split, number>>;
  /** Settles when every shard is here; rejects as soon as one fails. */
  readonly whole: Promise<void>;
  /** Waits for a shard; throws DatasetError, RangeError, or the signal's reason once aborted. */
  shard(split: Split, index: number): Promise<Shard>;
};

/**
 * Reads the manifest and starts loading: the first training shard alone, so that training starts soonest, then the
 * test shards, then the rest. Throws DatasetError for a bad manifest, or the signal's reason.
 */
export async function openMnist(
  read: ReadFile,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<MnistData> {
  const file = "manifest.json";
  const { train, test } = parseManifest(file, await readBytes(read, file, signal)).splits;
  const total = [...train.shards, ...test.shards].reduce((sum, { bytes }) => sum + bytes, 0);
  let loaded = 0;

  const load = async (entry: ShardEntry): Promise<Shard> => {
    const shard = await openShard(entry, await readBytes(read, entry.file, signal), mnistPixels);
    signal.throwIfAborted();
    loaded += entry.bytes;
    onProgress({ loaded, total });
    return shard;
  };
  // The first shard has the connection to itself: sharing it among four would delay the first step.
  const first = train.shards.slice(0, 1).map(load);
  const inTurn = atMost(4);
  const later = (entry: ShardEntry) => Promise.allSettled(first).then(() => inTurn(() => load(entry)));
  // Test before train: this is the order in which they are queued.
  const tests = test.shards.map(later);
  const promises = { test: tests, train: [...first, ...train.shards.slice(1).map(later)] };
  const all = [...promises.test, ...promises.train];
  const whole = Promise.all(all).then(() => undefined);
  // A shard nobody asked for may fail; whoever asks is told.
  for (const promise of [...all, whole]) promise.catch(() => {});

  return {
    counts: { train: train.count, test: test.count },
    shards: { train: train.shards.length, test: test.shards.length },
    whole,
    async shard(split, index) {
      const shard = promises[split][index];
      if (!shard) throw new RangeError(`no such shard: ${split} ${index}`);
      return shard;
    },
  };
}

/** A gate that lets tasks begin in order, so many at once. */
function atMost(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = limit;
  return async (task) => {
    if (free > 0) free--;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
