import type { Progress, ReadFile } from "./dataset";
import { openMnist, type MnistData } from "./mnist";

/** The datasets of a worker by name: each is loaded once and kept, whoever asked for it first. */
export type Datasets = {
  /**
   * The dataset of that name, read by `read` unless it is here already. Only the latest caller hears of progress. The
   * signal ends the caller's waiting, not the loading. Throws DatasetError; a dataset that failed is loaded anew.
   */
  open(
    name: string,
    read: ReadFile,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<MnistData>;
};

type Loading = {
  readonly data: Promise<MnistData>;
  readonly abort: AbortController;
  tell: (progress: Progress) => void;
  progress: Progress | undefined;
  hasFailed: boolean;
};

/** Datasets of which none is loaded yet. */
export function createDatasets(): Datasets {
  const loadings = new Map<string, Loading>();
  return {
    async open(name, read, onProgress, signal) {
      let loading = loadings.get(name);
      if (!loading || loading.hasFailed) {
        // What still comes of a failed one would share the connection with its successor.
        loading?.abort.abort();
        loading = begin(read);
        loadings.set(name, loading);
      }
      loading.tell = onProgress;
      const { progress } = loading;
      if (progress && progress.loaded < progress.total) onProgress(progress);
      const data = await unlessAborted(signal, loading.data);
      return { ...data, shard: (split, index) => unlessAborted(signal, data.shard(split, index)) };
    },
  };
}

function begin(read: ReadFile): Loading {
  const abort = new AbortController();
  const onProgress = (progress: Progress) => {
    loading.progress = progress;
    loading.tell(progress);
  };
  const loading: Loading = {
    data: openMnist(read, onProgress, abort.signal),
    abort,
    tell: () => undefined,
    progress: undefined,
    hasFailed: false,
  };
  loading.data.then(({ whole }) => whole).catch(() => (loading.hasFailed = true));
  return loading;
}

/** The result of work, unless the signal is aborted first: then its reason is thrown, and the work goes on alone. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<void>((resolve) => (stop = () => resolve()));
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    const result = await Promise.race([aborted, work.then((value) => ({ value }))]);
    if (result) return result.value;
    signal.throwIfAborted();
    throw new Error("aborted");
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
