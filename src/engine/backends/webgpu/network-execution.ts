import type { FrameBatch } from "../../../experiment/frame";
import type { MnistData } from "../../../datasets/mnist";
import { parameterCount } from "../../../networks/layers";
import type { NetworkExperiment } from "../../compile";
import type { Batch, Batches } from "../../training/batches";
import { checkpointSteps } from "../../training/checkpoint-steps";
import { initialParameters } from "../../training/initial-parameters";
import type { Measurer } from "../../training/measurer";
import { testSetOf } from "../../training/open-data";
import type { Execution, Standing } from "../backend";
import { firstStates } from "../cpu/update";
import { createPendingCheckpoints } from "../pending-checkpoints";
import { createPace } from "./network-pace";
import type { Training } from "./network-training";

/** What steps cost beside the GPU's work. */
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

type Begun = {
  /** Its runs know how many steps they have. */
  readonly experiment: NetworkExperiment;
  readonly data: MnistData;
  readonly batches: Batches;
  readonly steps: number;
  readonly training: Training;
  readonly measurer: Measurer;
  readonly adapterName: string;
};

/** Sets the runs to their start. Each advance is portions of about a frame's time, and reads back while the next runs. */
export function executeNetwork(begun: Begun): WebgpuNetwork {
  const { experiment, batches, steps, training, measurer } = begun;
  const runs = experiment.runs.length;
  training.stand(firstStandings(experiment));
  const bytes = runs * 4 * parameterCount(experiment.layers);
  const measured = runs > 0 ? checkpointSteps(steps, batches.perEpoch) : new Set<number>();
  const pace = createPace(training.mostFrames);
  const testSet = testSetOf(begun.data);
  // Whoever wants the images is told; nobody may.
  testSet.catch(() => undefined);
  let checkpoints = createPendingCheckpoints(bytes);
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
    const started = performance.now();
    const shown = await gather(from, count);
    const losses = training.submit(from, shown);
    const submitted = performance.now();
    effort.milliseconds += submitted - started;
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
    computedBy: { backend: "webgpu", adapter: `WebGPU: ${begun.adapterName}`, precision: "float32" },
    steps,
    testSet,
    effort,
    async advance(wanted): Promise<FrameBatch> {
      const first = next;
      const end = Math.min(first + wanted, steps + 1);
      const count = end - first;
      const loss = new Float64Array(runs * count);
      const keep = async ({ from, losses }: Awaited<ReturnType<typeof begin>>) => {
        const values = await losses.catch((error: unknown) => {
          mustLive();
          throw error;
        });
        for (let i = 0; i < values.length; i++)
          loss[(i % runs) * count + from - first + Math.floor(i / runs)] = values[i]!;
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
        runs,
        loss,
        checkpoints: await checkpoints.take(next > steps),
      };
    },
    async standing(): Promise<Standing> {
      return { step: next, runs: await training.standing(), checkpoints: checkpoints.rest() };
    },
    stand({ step, runs: standings, checkpoints: unfinished = [] }) {
      training.stand(standings);
      next = step;
      checkpoints = createPendingCheckpoints(bytes, unfinished);
    },
    dispose() {
      isDisposed = true;
      training.dispose();
      measurer.dispose();
    },
  };
}

/** theta and first state of each run, flat: shape [1 + state, parameters]. */
function firstStandings({ layers, settings, seed, runs }: NetworkExperiment): Float32Array[] {
  const theta = initialParameters(layers, settings.init, seed);
  return runs.map(({ rule, hyperparameters }) => {
    const standing = new Float32Array((1 + rule.state.length) * theta.length);
    const first = firstStates(rule, hyperparameters, Float64Array.from(theta));
    [theta, ...first].forEach((values, i) => standing.set(values, i * theta.length));
    return standing;
  });
}
