import type { FrameBatch } from "../../../experiment/frame";
import type { MnistData } from "../../../datasets/mnist";
import { isFullyConnected } from "../../../networks/layers";
import { budgeted, type NetworkExperiment } from "../../compile";
import { createBatches, type Batch } from "../../training/batches";
import { checkpointSteps } from "../../training/checkpoint-steps";
import { initialParameters } from "../../training/initial-parameters";
import type { Measurer } from "../../training/measurer";
import { openData, testSetOf } from "../../training/open-data";
import type { Backend, Execution, Standing } from "../backend";
import { firstStates } from "../cpu/update";
import { theDevice, type DeviceResult } from "./device";
import { createPendingCheckpoints } from "./network-checkpoints";
import { createPace } from "./network-pace";
import { openTraining, type Training } from "./network-training";

/** What the backend stands on; tests bring their own. */
export type NetworkNeeds = {
  readonly openMeasurer: (experiment: NetworkExperiment, data: MnistData) => Measurer | Promise<Measurer>;
  readonly device?: () => Promise<DeviceResult>;
  readonly open?: typeof openData;
};

/** What a step costs beside the GPU's work. */
export type Effort = {
  /** Dispatches of a step. */
  readonly dispatches: number;
  /** Milliseconds of this thread for all steps so far, batches included. */
  readonly milliseconds: number;
  readonly steps: number;
};

/** A network on the GPU can be told where to go on from, and says what it cost. */
export type WebgpuNetwork = Execution &
  Required<Pick<Execution, "standing" | "stand" | "testSet">> & { readonly effort: Effort };

/** Fully connected networks in our own WGSL: a handful of dispatches a step for all runs, many steps a submit. */
export const webgpuNetworks = ({ openMeasurer, device = theDevice, open = openData }: NetworkNeeds) =>
  ({
    name: "webgpu",
    async prepare(experiment, context): Promise<WebgpuNetwork> {
      if (experiment.kind !== "network" || !isFullyConnected(experiment.layers))
        throw new Error("the webgpu backend computes surfaces and fully connected networks only");
      const [result, data] = await Promise.all([device(), open(experiment, context)]);
      if ("reason" in result) throw new Error(result.reason);
      const { batch: size, layers, seed, settings, epochs, stepLimit } = experiment;
      const batches = createBatches(data, { ...settings, size, classes: layers.at(-1)!.units, seed });
      const steps = Math.min(stepLimit ?? Infinity, epochs * batches.perEpoch);
      const training = await openTraining(result.device, experiment, steps, context.signal);
      const measurer = await openMeasurer(experiment, data);
      const execution = execute({ experiment, data, batches, steps, training, measurer, result });
      if (context.signal.aborted) execution.dispose();
      context.signal.throwIfAborted();
      return execution;
    },
  }) satisfies Backend;

type Begun = {
  readonly experiment: NetworkExperiment;
  readonly data: MnistData;
  readonly batches: ReturnType<typeof createBatches>;
  readonly steps: number;
  readonly training: Training;
  readonly measurer: Measurer;
  readonly result: Extract<DeviceResult, { device: GPUDevice }>;
};

function execute({ experiment, data, batches, steps, training, measurer, result }: Begun): WebgpuNetwork {
  const { layers, settings, seed } = experiment;
  const runs = experiment.runs.map((run) => budgeted(run, steps));
  const start = initialParameters(layers, settings.init, seed);
  training.stand(
    runs.map(({ rule, hyperparameters }) => {
      const standing = new Float32Array((1 + rule.state.length) * start.length);
      const first = firstStates(rule, hyperparameters, Float64Array.from(start));
      [start, ...first].forEach((values, i) => standing.set(values, i * start.length));
      return standing;
    }),
  );
  const measured = runs.length > 0 ? checkpointSteps(steps, batches.perEpoch) : new Set<number>();
  const pace = createPace(training.mostFrames);
  const testSet = testSetOf(data);
  // Whoever wants the images is told; nobody may.
  testSet.catch(() => undefined);
  let checkpoints = createPendingCheckpoints(4 * runs.length * start.length);
  let next = 0;
  let isDisposed = false;
  /** When the GPU was last known to have nothing left to do. */
  let free = 0;
  const effort = { dispatches: training.dispatches, milliseconds: 0, steps: 0 };

  /** Frames from `next` on that can be one submit: up to the next checkpoint, which needs the parameters between. */
  function portion(end: number): number {
    let count = 1;
    while (count < pace.next() && next + count < end && !measured.has(next + count)) count++;
    return Math.min(count, end - next);
  }

  async function gather(first: number, count: number): Promise<Batch[]> {
    const gathered: Batch[] = [];
    for (let step = first; step < first + count; step++) gathered.push(await batches.at(step));
    mustLive();
    return gathered;
  }

  /** Begins a portion; the promise in what it yields is that of its losses, shape [frames, runs]. */
  async function begin(end: number): Promise<{ from: number; losses: Promise<Float32Array> }> {
    const from = next;
    const count = portion(end);
    if (measured.has(from))
      await checkpoints.push(async () => measurer.measure(from, await training.reported()));
    mustLive();
    const begun = performance.now();
    const shown = await gather(from, count);
    const losses = training.submit(from, shown);
    const submitted = performance.now();
    effort.milliseconds += submitted - begun;
    effort.steps += count;
    next += count;
    return {
      from,
      losses: losses.then((values) => {
        const now = performance.now();
        pace.took(count, now - Math.max(submitted, free));
        free = now;
        return values;
      }),
    };
  }

  function mustLive() {
    if (isDisposed) throw new Error("the execution was disposed of");
  }

  return {
    computedBy: { backend: "webgpu", adapter: `WebGPU: ${result.adapterName}`, precision: "float32" },
    steps,
    testSet,
    effort,
    async advance(wanted): Promise<FrameBatch> {
      const first = next;
      const end = Math.min(first + wanted, steps + 1);
      const count = end - first;
      const loss = new Float64Array(runs.length * count);
      const keep = async ({ from, losses }: Awaited<ReturnType<typeof begin>>) => {
        const values = await losses.catch((error: unknown) => {
          mustLive();
          throw error;
        });
        for (let i = 0; i < values.length; i++)
          loss[(i % runs.length) * count + from - first + Math.floor(i / runs.length)] = values[i]!;
      };
      // One portion runs while the next one is gathered.
      let running: Promise<void> | undefined;
      while (next < end) {
        const mine = keep(await begin(end));
        // Waited for a turn later; should the one before fail, nobody asks for this.
        mine.catch(() => undefined);
        await running;
        running = mine;
      }
      await running;
      return {
        first,
        count,
        runs: runs.length,
        loss,
        checkpoints: await checkpoints.take(next > steps),
      };
    },
    async standing(): Promise<Standing> {
      return { step: next, runs: await training.standing(), checkpoints: checkpoints.rest() };
    },
    stand({ step, runs: standings, checkpoints: begun = [] }) {
      training.stand(standings);
      next = step;
      checkpoints = createPendingCheckpoints(4 * runs.length * start.length, begun);
    },
    dispose() {
      isDisposed = true;
      training.dispose();
      measurer.dispose();
    },
  };
}
