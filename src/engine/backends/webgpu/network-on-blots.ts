import type { Shard } from "../../../datasets/dataset";
import type { MnistData } from "../../../datasets/mnist";
import type { Checkpoint } from "../../../experiment/frame";
import { randomOf } from "../../../experiment/random";
import type { NetworkSpec, RunSpec } from "../../../experiment/spec";
import { networkSpec, runOn } from "../../../experiment/usual-spec";
import { networks } from "../../../networks/index";
import { compile, type NetworkExperiment } from "../../compile";
import type { Measurer } from "../../training/measurer";
import { webgpuNetworks, type NetworkNeeds } from "./network";
import type { WebgpuNetwork } from "./network-execution";

/** A run for tests: at the rate worth watching, but for these numbers. */
export function runOf(id: string, index = 0, hyperparameters: Record<string, number> = {}): RunSpec {
  const plain = runOn(networks["mnist-mlp"], id, index + 1);
  return { ...plain, hyperparameters: { ...plain.hyperparameters, ...hyperparameters } };
}

/** A network for tests, with batches of 8, but for these changes. */
export function experimentOf(changes: Partial<NetworkSpec>): NetworkExperiment {
  const runs = [runOf("momentum", 0), runOf("adam", 1)];
  const experiment = compile({ ...networkSpec("mnist-mlp"), batch: 8, runs, ...changes });
  if (experiment.kind !== "network") throw new Error("no network");
  return experiment;
}

/** The same on the GPU and on blots, with nothing measured. */
export const startOnBlots = (
  changes: Partial<NetworkSpec>,
  needs: Partial<NetworkNeeds> = {},
): Promise<WebgpuNetwork> =>
  webgpuNetworks({ openMeasurer: () => idleMeasurer, open: () => Promise.resolve(blots), ...needs }).prepare(
    experimentOf(changes),
    {
      readFile: () => Promise.reject(new Error("no files")),
      onProgress: () => undefined,
      signal: new AbortController().signal,
    },
  );

/** Measures nothing: its checkpoints have the parameters that it was handed. */
export const idleMeasurer: Measurer = {
  measure: (step, parameters) => Promise.resolve({ step, parameters } as Checkpoint),
  dispose: () => undefined,
};

/** A data set for tests, all of it here: blots whose place tells their class, 600 to train on, 100 to test. */
export const blots: MnistData = drawBlots();

function drawBlots(): MnistData {
  const random = randomOf(1, "blots");
  const shards = { train: [shardOf(300), shardOf(300)], test: [shardOf(100)] };
  return {
    counts: { train: 600, test: 100 },
    shards: { train: 2, test: 1 },
    whole: Promise.resolve(),
    shard: (split, index) => Promise.resolve(shards[split][index]!),
  };

  function shardOf(count: number): Shard {
    const images = new Uint8Array(count * 784);
    const labels = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      const label = Math.floor(random.uniform() * 10);
      labels[i] = label;
      const [x, y] = [6 + 1.6 * label + random.normal(), 14 + 7 * Math.sin(label) + random.normal()];
      for (let p = 0; p < 784; p++) {
        const distance = ((p % 28) - x) ** 2 + (Math.floor(p / 28) - y) ** 2;
        images[i * 784 + p] = Math.round(255 * Math.exp(-distance / (8 + 4 * random.uniform())));
      }
    }
    return { images, labels, count };
  }
}
