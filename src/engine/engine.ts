import { transferablesOf } from "../experiment/frame";
import { isSurfaceSpec } from "../experiment/spec";
import type { ComputedBy, Execution, PrepareContext } from "./backends/backend";
import { pickBackend } from "./backends/pick";
import { compile } from "./compile";
import { faultOf } from "./fault";
import { lossesInMean } from "./ending-loss";
import { inPortions } from "./in-portions";
import type { Request, Response } from "./protocol";
import { createStandingCopies } from "./standing-copies";
import { sweepsOf } from "./sweep";
import { trialsPerRun, tunedRunsOf } from "./tune";

type Post = (response: Response, transfer: Transferable[]) => void;
type Current = {
  readonly id: number;
  readonly abort: AbortController;
  execution?: Execution;
  /** Who computes, as the page was told. */
  told?: ComputedBy;
  readonly copies: ReturnType<typeof createStandingCopies>;
};

/**
 * The worker's side of the protocol, apart from the worker: answers requests one execution at a time. A newer
 * `start` or a `cancel` ends the one before; nothing of it is posted any more.
 */
export function createEngine(post: Post, readFile = fetchFile): (request: Request) => void {
  let current: Current | undefined;
  // Counts the requests that end a sweep.
  let sweepNumber = 0;
  // The same for the trials of rates.
  let tuneNumber = 0;
  /** The dataset whose test images the page has. */
  let shown: string | undefined;
  // Requests of one execution wait for each other; those of an ended one return at once.
  let queue = Promise.resolve();

  return (request) => {
    switch (request.type) {
      case "start": {
        post({ type: "heard", id: request.id }, []);
        end();
        sweepNumber++;
        tuneNumber++;
        const { id } = request;
        const copies = createStandingCopies((snapshot) => post({ type: "snapshot", id, snapshot }, []));
        const mine: Current = { id, abort: new AbortController(), copies };
        current = mine;
        enqueue(mine, () => start(mine, request));
        break;
      }
      case "advance": {
        const mine = current;
        if (mine?.id === request.id) enqueue(mine, () => advance(mine, request.frames));
        break;
      }
      case "ping":
        post({ type: "alive", id: 0 }, []);
        break;
      case "cancel":
        if (current?.id === request.id) end();
        break;
      case "sweep":
        // What cannot be compiled was told by its start.
        sweep(request).catch(() => undefined);
        break;
      case "tune":
        tune(request).catch(() => undefined);
        break;
    }
  };

  /** Given up, and nothing posted, once a newer request is heard. */
  async function sweep({ id, spec }: Extract<Request, { type: "sweep" }>) {
    const mine = ++sweepNumber;
    const done = await inPortions(sweepsOf(spec), () => mine === sweepNumber);
    if (!done) return;
    const { value: sweeps, milliseconds } = done;
    const values = sweeps.reduce((sum, { values }) => sum + values.length, 0);
    const steps = isSurfaceSpec(spec) ? values * spec.steps : 0;
    post({ type: "swept", id, sweeps, steps, milliseconds }, []);
  }

  async function tune({ id, spec }: Extract<Request, { type: "tune" }>) {
    const mine = ++tuneNumber;
    const done = await inPortions(tunedRunsOf(spec), () => mine === tuneNumber);
    if (!done) return;
    post({ type: "tuned", id, tuning: { trials: trialsPerRun, lossesInMean, runs: done.value } }, []);
  }

  function end() {
    current?.abort.abort();
    current?.execution?.dispose();
    current = undefined;
  }

  function enqueue(mine: Current, work: () => Promise<void>) {
    queue = queue.then(async () => {
      if (current !== mine) return;
      try {
        await work();
      } catch (error) {
        if (current !== mine) return;
        end();
        const message = error instanceof Error ? error.message : String(error);
        const fault = faultOf(error);
        post({ type: "failed", id: mine.id, message, ...(fault && { fault }) }, []);
      }
    });
  }

  async function start(mine: Current, request: Extract<Request, { type: "start" }>) {
    const { spec, dataUrl, frames, from, withoutGpu } = request;
    const experiment = compile(spec);
    const { backend, news } = await pickBackend(experiment, spec.backend, withoutGpu);
    const context: PrepareContext = {
      readFile: (path, signal) => readFile(dataUrl + path, signal),
      onProgress: ({ loaded, total }) => {
        if (current === mine) post({ type: "loading", id: mine.id, loaded, total }, []);
      },
      signal: mine.abort.signal,
    };
    const execution = await backend.prepare(experiment, context);
    if (current !== mine) return execution.dispose();
    mine.execution = execution;
    if (from) await execution.stand?.(from);
    if (current !== mine) return;
    const { steps, computedBy } = execution;
    mine.told = computedBy;
    post({ type: "started", id: mine.id, steps, computedBy }, []);
    if (experiment.kind === "network") void show(mine, experiment.network.dataset);
    await advance(mine, frames);
    void news.then((told) => {
      if (told && current === mine) post({ type: "device", id: mine.id, ...told }, []);
    });
  }

  /** Posts a copy of the test images, for the page to show: the execution measures on its own. */
  async function show(mine: Current, dataset: string) {
    // What keeps them from coming is told by the frames that cannot be measured.
    const set = await mine.execution?.testSet?.catch(() => undefined);
    if (!set || current !== mine || shown === dataset) return;
    shown = dataset;
    const testSet = { ...set, images: set.images.slice(), labels: set.labels.slice() };
    post({ type: "testSet", id: mine.id, testSet }, [testSet.images.buffer, testSet.labels.buffer]);
  }

  async function advance(mine: Current, frames: number) {
    const begun = performance.now();
    const execution = mine.execution!;
    const copy = mine.copies.before(execution);
    const batch = await execution.advance(frames);
    if (current !== mine) return;
    const milliseconds = performance.now() - begun;
    const { computedBy } = execution;
    if (computedBy !== mine.told) post({ type: "moved", id: mine.id, computedBy }, []);
    mine.told = computedBy;
    const isLast = batch.first + batch.count > execution.steps;
    post({ type: "frames", id: mine.id, batch, milliseconds }, transferablesOf(batch));
    await copy(isLast);
  }
}

const fetchFile: PrepareContext["readFile"] = (path, signal) => fetch(path, { signal });
