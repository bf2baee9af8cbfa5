import { DatasetError, isWebPage, type Split } from "./dataset";

/** One file of the dataset: samples in it, compressed bytes, sum of the inflated bytes. */
export type ShardEntry = {
  readonly file: string;
  readonly count: number;
  readonly bytes: number;
  readonly sha256: string;
};

/** What a dataset's folder holds, as far as loading it needs. */
export type Manifest = {
  readonly splits: Readonly<
    Record<Split, { readonly count: number; readonly shards: readonly ShardEntry[] }>
  >;
};

/** Reads manifest.json; throws DatasetError where it is not one. */
export function parseManifest(file: string, bytes: Uint8Array): Manifest {
  if (isWebPage(bytes)) throw new DatasetError(file, "is missing: the server sent a web page instead");
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new DatasetError(file, "is damaged: it is not JSON");
  }
  if (!isManifest(json)) throw new DatasetError(file, "does not describe this dataset");
  return json;
}

function isManifest(json: unknown): json is Manifest {
  return (
    isRecord(json) &&
    isRecord(json["splits"]) &&
    isSplit(json["splits"]["train"]) &&
    isSplit(json["splits"]["test"])
  );
}

function isSplit(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value["shards"]) || value["shards"].length === 0) return false;
  const shards: unknown[] = value["shards"];
  return shards.every(isShardEntry) && shards.reduce((sum, { count }) => sum + count, 0) === value["count"];
}

/** A shard's file lies in the dataset's folder, and is no larger than can be held. */
function isShardEntry(value: unknown): value is ShardEntry {
  return (
    isRecord(value) &&
    typeof value["file"] === "string" &&
    /^[\w-]+\.bin$/.test(value["file"]) &&
    isCount(value["count"], 100_000) &&
    isCount(value["bytes"], 100_000_000) &&
    typeof value["sha256"] === "string"
  );
}

const isCount = (value: unknown, most: number) =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= most;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
