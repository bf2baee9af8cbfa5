import type { PrepareContext } from "../../../src/engine/backends/backend";

/** A file of public/data. */
export const readFile: PrepareContext["readFile"] = (path, signal) =>
  fetch(new URL(`/data/${path}`, origin), { signal });

/** The same with one test shard: what is measured beside the training is not what is timed. */
export const readFewTests: PrepareContext["readFile"] = async (path, signal) => {
  const response = await readFile(path, signal);
  if (!path.endsWith("manifest.json")) return response;
  const { splits, ...manifest } = (await response.json()) as Manifest;
  const [shard] = splits.test.shards;
  const test = { ...splits.test, count: shard!.count, shards: [shard] };
  return Response.json({ ...manifest, splits: { ...splits, test } });
};

/** What is read of public/data/mnist/manifest.json here. */
type Manifest = { splits: { test: { count: number; shards: { count: number }[] } } };
