import * as tf from "@tensorflow/tfjs-core";
import type { MnistData } from "../../../datasets/mnist";
import type { Checkpoint } from "../../../experiment/frame";
import { budgeted, type NetworkExperiment } from "../../compile";
import type { Backend, Execution } from "../backend";
import { createBatches } from "../../training/batches";
import { checkpointSteps } from "../../training/checkpoint-steps";
import { datasets as ours, openData, testSetOf } from "../../training/open-data";
import { measure, type Measurement } from "./checkpoints";
import { openRuntime, type Preference, type Runtime } from "./runtime";
import { beginTraining } from "./training";

/** Networks by tfjs: forward and backward are its own, the update is the rule's formula. Float32. */
export const tfjsNetworks = (prefer: Preference, datasets = ours): Backend => ({
  name: "tfjs",
  async prepare(experiment, context) {
    if (experiment.kind !== "network") throw new Error("the tfjs backend computes networks only");
    const [runtime, data] = await Promise.all([openRuntime(prefer), openData(experiment, context, datasets)]);
    return execute(experiment, runtime, data);
  },
});

function execute(experiment: NetworkExperiment, runtime: Runtime, data: MnistData): Execution {
  const { layers, settings, batch, seed, epochs, stepLimit } = experiment;
  const batches = createBatches(data, { ...settings, size: batch, classes: layers.at(-1)!.units, seed });
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
    const measured = await measure(theta, experiment, data).finally(() => theta.dispose());
    return { step, ...inPlaces(measured, places) };
  }

  return {
    computedBy: {
      backend: "tfjs",
      adapter: runtime.adapter,
      precision: "float32",
      ...(runtime.note !== undefined && { note: runtime.note }),
    },
    steps,
    testSet: testSetOf(data),
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

/** What was measured of rows, each array in the experiment's order of runs. */
function inPlaces(measured: Measurement, places: readonly number[]): Measurement {
  const sorted = Object.entries(measured).map(([name, values]) => {
    const size = values.length / places.length;
    const target = new (values.constructor as new (length: number) => typeof values)(values.length);
    places.forEach((place, row) => target.set(values.subarray(row * size, (row + 1) * size), place * size));
    return [name, target];
  });
  return Object.fromEntries(sorted) as Measurement;
}
