import type { MnistData } from "../../../datasets/mnist";
import { parameterCount } from "../../../networks/layers";
import { budgeted, type NetworkExperiment } from "../../compile";
import { createBatches } from "../../training/batches";
import { checkpointSteps } from "../../training/checkpoint-steps";
import { datasets as ours, openData, testSetOf } from "../../training/open-data";
import type { Backend, Execution } from "../backend";
import { createPendingCheckpoints } from "../pending-checkpoints";
import { deal, inOrder } from "./dealt";
import { openMeasurer } from "./measurer";
import type { Portion } from "./share";
import { openShares } from "./shares";

/** Steps whose batches are drawn and handed to all threads at once. */
const mostAtOnce = 64;

/** Checkpoints that may wait to be measured: more would only be shown later, and fill the memory. */
const mostWaiting = 4;

/** Fully connected networks on the CPU: WebAssembly or JavaScript, the runs spread over threads. */
export const cpuNetworks = (note?: string, datasets = ours, open = openShares): Backend => ({
  name: "cpu",
  async prepare(experiment, context) {
    if (experiment.kind !== "network") throw new Error("these are the cpu backend's networks only");
    return execute(experiment, await openData(experiment, context, datasets), note, open);
  },
});

async function execute(
  given: NetworkExperiment,
  data: MnistData,
  note: string | undefined,
  open: typeof openShares,
): Promise<Execution> {
  const { layers, settings, batch, seed, epochs, stepLimit } = given;
  const batches = createBatches(data, { ...settings, size: batch, classes: layers.at(-1)!.units, seed });
  const steps = Math.min(stepLimit ?? Infinity, epochs * batches.perEpoch);
  const experiment = { ...given, runs: given.runs.map((run) => budgeted(run, steps)) };
  const runs = experiment.runs.length;
  const measuredAt = checkpointSteps(steps, batches.perEpoch);
  const dealing = deal(experiment, open);
  const { dealt, precision } = await dealing;
  const measurer = openMeasurer(experiment, data, dealing);
  const testSet = testSetOf(data);
  // Whoever asks for it is told.
  testSet.catch(() => undefined);
  const width = parameterCount(layers);
  const pending = createPendingCheckpoints(4 * runs * width, [], mostWaiting);
  let first = 0;
  let isDisposed = false;

  async function portionAt(from: number, count: number): Promise<Portion> {
    const drawn = [];
    for (let step = from; step < from + count; step++) drawn.push(await batches.at(step));
    const [images, labels] = [new Uint8Array(drawn[0]!.images.length * count), new Uint8Array(batch * count)];
    drawn.forEach((one, k) => {
      images.set(one.images, k * one.images.length);
      labels.set(one.labels, k * batch);
    });
    const kept = [...measuredAt].filter((step) => step >= from && step < from + count);
    return { first: from, count, images, labels, kept, steps };
  }

  /** Trains the next frames: losses [runs, count]. */
  async function train(count: number): Promise<Float64Array> {
    const loss = new Float64Array(runs * count);
    let coming = portionAt(first, Math.min(count, mostAtOnce));
    for (let done = 0; done < count;) {
      const portion = await coming;
      if (isDisposed) throw new Error("the execution was disposed of");
      const training = Promise.all(dealt.map(({ share }) => share.train(portion)));
      const next = done + portion.count;
      // Drawn while the threads compute.
      if (next < count) coming = portionAt(first + next, Math.min(count - next, mostAtOnce));
      // Whoever awaits it is told.
      coming.catch(() => undefined);
      const trained = await training;
      trained.forEach((part, i) =>
        dealt[i]!.places.forEach((place, k) =>
          loss.set(part.loss.subarray(k * portion.count, (k + 1) * portion.count), place * count + done),
        ),
      );
      for (const [k, step] of portion.kept.entries()) {
        const parameters = stacked(inOrder(dealt, trained.map(({ kept }) => kept[k]!))); // prettier-ignore
        await pending.push(() => measurer.measure(step, parameters));
      }
      done = next;
    }
    return loss;
  }

  /** All runs' parameters in one array [runs, width]. */
  function stacked(iterates: readonly Float32Array[]): Float32Array<ArrayBuffer> {
    const parameters = new Float32Array(runs * width);
    iterates.forEach((iterate, run) => parameters.set(iterate, run * width));
    return parameters;
  }

  return {
    computedBy: {
      backend: "cpu",
      adapter: precision === "float32" ? "WebAssembly" : "JavaScript",
      precision,
      ...(note !== undefined && { note }),
    },
    steps,
    testSet,
    async advance(wanted) {
      const count = Math.min(wanted, steps + 1 - first);
      const loss = runs > 0 ? await train(count) : new Float64Array(0);
      const checkpoints = await pending.take(first + count > steps);
      const batch = { first, count, runs, loss, checkpoints };
      first += count;
      return batch;
    },
    async standing() {
      const rows = await Promise.all(dealt.map(({ share }) => share.standing()));
      return { step: first, runs: inOrder(dealt, rows), checkpoints: pending.rest() };
    },
    async stand({ step, runs: standings }) {
      await Promise.all(
        dealt.map(({ share, places }) => share.stand(places.map((place) => standings[place]!))),
      );
      first = step;
    },
    dispose() {
      isDisposed = true;
      measurer.dispose();
    },
  };
}
