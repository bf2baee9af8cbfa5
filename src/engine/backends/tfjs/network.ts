import * as tf from "@tensorflow/tfjs-core";
import type { MnistData } from "../../../datasets/mnist";
import type { Checkpoint } from "../../../experiment/frame";
import { divergenceBound } from "../../../experiment/recording";
import { isFullyConnected } from "../../../networks/layers";
import { budgeted, type NetworkExperiment } from "../../compile";
import { nextTask } from "../../next-task";
import { createBatches } from "../../training/batches";
import { checkpointSteps } from "../../training/checkpoint-steps";
import { measuredImages } from "../../training/measured-images";
import { datasets as ours, openData, testSetOf } from "../../training/open-data";
import type { Backend, Execution } from "../backend";
import { measure } from "./measure";
import { openRuntime, type Preference, type Runtime } from "./runtime";
import { beginTraining } from "./training";

/** Milliseconds of steps before waiting messages are let through. */
const portion = 100;

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
  const { network, layers, settings, batch, seed, epochs, stepLimit } = experiment;
  const runs = experiment.runs.length;
  const batches = createBatches(data, { ...settings, size: batch, classes: network.outputs, seed });
  const steps = Math.min(stepLimit ?? Infinity, epochs * batches.perEpoch);
  const measured = checkpointSteps(steps, batches.perEpoch, !isFullyConnected(layers));
  const training = beginTraining({ ...experiment, runs: experiment.runs.map((run) => budgeted(run, steps)) });
  /** Iterates that wait to be measured: the first steps do not wait for the test images. */
  const waiting: { readonly step: number; readonly theta: tf.Tensor2D }[] = [];
  const images = unlessUnhandled(measuredImages(data, experiment));
  const testSet = unlessUnhandled(testSetOf(data));
  const lastLoss = new Float64Array(runs);
  let first = 0;
  let isDisposed = false;

  /** Losses of the next frames, shape [count, runs]. */
  async function frames(count: number): Promise<Float32Array> {
    const losses: tf.Tensor1D[] = [];
    let rested = performance.now();
    try {
      for (let step = first; step < first + count; step++) {
        const batch = await batches.at(step);
        mustLive();
        if (measured.has(step)) waiting.push({ step, theta: training.reported() });
        losses.push(training.step(batch, step, step === steps));
        // On a slow machine a few steps take seconds, in which nobody is heard.
        if (performance.now() - rested < portion) continue;
        await rest();
        rested = performance.now();
      }
      const stacked = tf.stack(losses);
      // The one read-back of an advance: on a GPU each costs a wait for all that was asked for before.
      return await stacked.data<"float32">().finally(() => stacked.dispose());
    } finally {
      tf.dispose(losses);
    }
  }

  /** Measures what waits once the images are there; the last frame waits for them. */
  async function checkpointsUntil(isLast: boolean): Promise<Checkpoint[]> {
    const done: Checkpoint[] = [];
    const sets = await (isLast ? images : Promise.race([images, undefined]));
    while (sets && waiting[0]) {
      const { step, theta } = waiting[0];
      done.push(await measure(experiment, step, theta, sets, rest));
      theta.dispose();
      waiting.shift();
    }
    return done;
  }

  /** Hears whoever wants to end this. */
  async function rest() {
    await nextTask();
    mustLive();
  }

  function mustLive() {
    if (isDisposed) throw new Error("the execution was disposed of");
  }

  return {
    computedBy: {
      backend: "tfjs",
      adapter: runtime.adapter,
      precision: "float32",
      ...(runtime.note !== undefined && { note: runtime.note }),
    },
    steps,
    testSet,
    async advance(wanted) {
      const count = Math.min(wanted, steps + 1 - first);
      const loss = new Float64Array(runs * count);
      if (runs === 0) return { first: (first += count) - count, count, runs, loss, checkpoints: [] };
      await runtime.activate();
      const losses = await runtime.unlessLost(frames(count));
      for (let run = 0; run < runs; run++)
        for (let k = 0; k < count; k++) {
          // A run beyond the bound stays there; written so that NaN is beyond it.
          if (Math.abs(lastLoss[run]!) <= divergenceBound.loss) lastLoss[run] = losses[k * runs + run]!;
          loss[run * count + k] = lastLoss[run]!;
        }
      first += count;
      const checkpoints = await runtime.unlessLost(checkpointsUntil(first > steps));
      return { first: first - count, count, runs, loss, checkpoints };
    },
    async standing() {
      await runtime.activate();
      const standings = await runtime.unlessLost(training.standing());
      return { step: first, runs: standings, ...(waiting.length > 0 && { measured: images }) };
    },
    async stand({ step, runs: standings }) {
      await runtime.activate();
      training.stand(standings);
      first = step;
    },
    dispose() {
      isDisposed = true;
      training.dispose();
      tf.dispose(waiting.map(({ theta }) => theta));
    },
  };
}

/** A promise that somebody may ask for later: until then nobody is told that it failed. */
function unlessUnhandled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
