/** Consecutive samples of a split: images [count, 784] row-major, 0 paper to 255 ink; labels [count], 0 to 9. */
export type Shard = { readonly images: Uint8Array; readonly labels: Uint8Array; readonly count: number };

/** The samples to train on, and those kept apart to test with. */
export type Split = "train" | "test";

/** How much has arrived, in compressed bytes. */
export type Progress = { readonly loaded: number; readonly total: number };

/** Brings one file of the dataset's folder: `fetch` in the worker, a `Response` around `readFile` in Node. */
export type ReadFile = (file: string, signal: AbortSignal) => Promise<Response>;

/** What can be wrong with a file; said behind its name, with values in the places {0} and {1}. */
export type DatasetFault =
  | "is missing: the server answered 404"
  | "is missing: the server sent a web page instead"
  | "was refused: the server answered {0}"
  | "could not be fetched: the connection failed ({0})"
  | "did not arrive whole: the connection broke ({0})"
  | "is damaged: it is not JSON"
  | "does not describe this dataset"
  | "is empty"
  | "is cut short: {0} of {1} bytes arrived"
  | "arrived damaged: its checksum is not the one expected"
  | "arrived damaged: it cannot be unpacked"
  | "is not the data expected: something else came in its place"
  | "is not the data expected: more than {0} bytes"
  | "is not the data expected: {0} bytes unpacked instead of {1}";

/** A file that did not arrive whole, in the reader's words; opening the dataset again is the retry. */
export class DatasetError extends Error {
  readonly file: string;
  constructor(file: string, what: DatasetFault, ...values: readonly (string | number)[]) {
    super(`${file} ${what.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)]))}`);
    this.name = "DatasetError";
    this.file = file;
  }
}

/** Bytes of a file; throws DatasetError, or the signal's reason once aborted. */
export async function readBytes(
  read: ReadFile,
  file: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await attempt("could not be fetched: the connection failed ({0})", () =>
    read(file, signal),
  );
  if (response.status === 404) throw new DatasetError(file, "is missing: the server answered 404");
  if (!response.ok) throw new DatasetError(file, "was refused: the server answered {0}", response.status);
  return new Uint8Array(
    await attempt("did not arrive whole: the connection broke ({0})", () => response.arrayBuffer()),
  );

  async function attempt<T>(fault: DatasetFault, task: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    try {
      return await task();
    } catch (cause) {
      signal.throwIfAborted();
      throw new DatasetError(file, fault, cause instanceof Error ? cause.message : String(cause));
    }
  }
}

/** Whether a server sent its index page, as many do, where a file is missing. */
export const isWebPage = (bytes: Uint8Array): boolean => bytes[0] === 0x3c; // "<"
