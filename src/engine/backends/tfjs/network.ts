import * as tf from "@tensorflow/tfjs-core";
import { createDatasets } from "../../../datasets/datasets";
import type { MnistData } from "../../../datasets/mnist";
import type { Checkpoint } from "../../../experiment/frame";
import { budgeted, type NetworkExperiment } from "../../compile";
import type { Backend, Execution } from "../backend";
import { createBatches } from "./batches";
import { checkpointSteps, measure } from "./checkpoints";
import { openRuntime, type Preference, type Runtime } from "./runtime";
import { beginTraining } from "./training";
import { layersOf } from "./weights";

/** Kept for the worker's life: a change on a network must not load its data anew. */
const ours = createDatasets();

/** Networks by tfjs: forward and backward are its own, the update is the rule's formula. Float32. */
export const tfjsNetworks = (prefer: Preference, datasets = ours): Backend => ({
  name: "tfjs",
  async prepare(experiment, { readFile, onProgress, signal }) {
    if (experiment.kind !== "network") throw new Error("the tfjs backend computes networks only");
    const { dataset } = experiment.network;
    const [runtime, data] = await Promise.all([
      openRuntime(prefer),
      datasets.open(dataset, (file, signal) => readFile(`${dataset}/${file}`, signal), onProgress, signal),
    ]);
    // The first step needs no more than this; the rest goes on loading.
    await data.shard("train", 0);
    return execute(experiment, runtime, data);
  },
});

function execute(experiment: NetworkExperiment, runtime: Runtime, data: MnistData): Execution {
  const { sizes, batch, seed, epochs, stepLimit } = experiment;
  const layers = layersOf(sizes);
  const batches = createBatches(data, batch, sizes.at(-1)!, seed);
  const steps = Math.min(stepLimit ?? Infinity, epochs * batches.perEpoch);
  const measured = checkpointSteps(steps, batches.perEpoch);
  const training = beginTraining({ ...experiment, runs: experiment.runs.map((run) => budgeted(run, steps)) });
  const { places } = training;
  let first = 0;
  let isDisposed = false;

  async function frames(count: number) {
    const losses: tf.Tensor1D[] = [];
    const checkpoints: Checkpoint[] = [];
    try {
      for (let step = first; step < first + count; step++) {
        const batch = await batches.at(step);
        mustLive();
        if (measured.has(step)) checkpoints.push(await checkpointAt(step));
        mustLive();
        losses.push(training.step(batch, step < steps ? step + 1 : undefined));
      }
      const stacked = tf.stack(losses);
      // The one read-back of an advance: on a GPU each costs a wait for all that was asked for before.
      const values = await stacked.data<"float32">().finally(() => stacked.dispose());
      return { losses: values, checkpoints };
    } finally {
      tf.dispose(losses);
    }
  }

  function mustLive() {
    if (isDisposed) throw new Error("the execution was disposed of");
  }

  async function checkpointAt(step: number): Promise<Checkpoint> {
    const theta = training.reported();
    const { train, test, weights } = await measure(theta, layers, data).finally(() => theta.dispose());
    const size = weights.length / places.length;
    const sorted = { train: new Float64Array(train.length), test: new Float64Array(test.length) };
    const images = new Float32Array(weights.length);
    places.forEach((place, row) => {
      sorted.train[place] = train[row]!;
      sorted.test[place] = test[row]!;
      images.set(weights.subarray(row * size, (row + 1) * size), place * size);
    });
    return { step, ...sorted, weights: images };
  }

  return {
    computedBy: {
      backend: "tfjs",
      adapter: runtime.adapter,
      precision: "float32",
      ...(runtime.note !== undefined && { note: runtime.note }),
    },
    steps,
    async advance(wanted) {
      const count = Math.min(wanted, steps + 1 - first);
      const loss = new Float64Array(places.length * count);
      await runtime.activate();
      const { losses, checkpoints } =
        places.length > 0 ? await runtime.unlessLost(frames(count)) : { losses: [], checkpoints: [] };
      places.forEach((place, row) => {
        for (let k = 0; k < count; k++) loss[place * count + k] = losses[k * places.length + row]!;
      });
      const batch = { first, count, runs: places.length, loss, checkpoints };
      first += count;
      return batch;
    },
    dispose() {
      isDisposed = true;
      training.dispose();
    },
  };
}
