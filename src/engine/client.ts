import type { FrameBatch } from "../experiment/frame";
import type { ExperimentSpec } from "../experiment/spec";
import type { ComputedBy, TestSet } from "./backends/backend";
import type { DeviceNews } from "./backends/pick";
import { AnyOriginWorker as Worker } from "./any-origin-worker";
import type { FaultKind } from "./fault";
import { createTold } from "./later-frames";
import type { Request, Response, Snapshot, Sweep, TunedRun, Tuning } from "./protocol";
import { createRecovery, type ToldFault } from "./recovery";
import { createWatch } from "./watch";

export type { ComputedBy, Sweep, TestSet, ToldFault, TunedRun, Tuning };

/** What the executions tell the page. `id` is the one `start` or `sweep` returned. */
export type Listener = {
  onStarted(id: number, steps: number, computedBy: ComputedBy): void;
  /** The execution goes on elsewhere, or there is more to say of where: frames from here on are computed by this. */
  onMoved(id: number, computedBy: ComputedBy): void;
  onLoading(id: number, loaded: number, total: number): void;
  /** Answers with how many frames it wants next; 0 is none. */
  onFrames(id: number, batch: FrameBatch, milliseconds: number): number;
  /** An execution, a sweep or a trial of rates is over before its end. */
  onFailed(id: number, message: string): void;
  /** The machine failed, and the execution goes on: its frames follow those before. */
  onFault(id: number, fault: ToldFault): void;
  onDevice(id: number, news: DeviceNews): void;
  /** Test images have come; they hold for every execution on the same data. */
  onTestSet(testSet: TestSet): void;
  onSwept(id: number, sweeps: readonly Sweep[], steps: number, milliseconds: number): void;
  onTuned(id: number, tuning: Tuning): void;
};

/** What the page asks of the engine. */
export type Client = {
  /** Ends what runs and begins anew; `frames` are computed at once. */
  start(spec: ExperimentSpec, dataUrl: string, frames: number): number;
  cancel(): void;
  /** Asks for more of what was started, where its frames were answered with none. */
  advance(frames: number): void;
  /** Ends the worker, and with it whatever it holds; what was started goes on with the next `advance`. */
  close(): void;
  sweep(spec: ExperimentSpec): number;
  /** Tries learning rates for each run; a `start` gives it up. */
  tune(spec: ExperimentSpec): number;
};

type Start = Extract<Request, { type: "start" }>;
type Asked = Extract<Request, { type: "sweep" | "tune" }>;

/** The execution that is wanted, and what it takes to have another worker go on with it. */
type Wanted = {
  readonly start: Start;
  readonly told: ReturnType<typeof createTold>;
  isStarted: boolean;
  /** Frames that were last asked for, and whether they are still to come. */
  frames: number;
  isAwaited: boolean;
  snapshot?: Snapshot;
  /** Milliseconds of silence that are borne; longer after each, should it only have been slow. */
  patience: number;
};

/** The worker hears between portions of its work: silent for so long, it is stuck. */
const patience = 2500;
/** One step of TensorFlow.js may take seconds where the machine is slow. */
const patienceWithTfjs = 15_000;

/**
 * The page's handle on the engine. Starts the worker with the first request, and a new one should it die or fall silent;
 * what was wanted goes on from the last snapshot. The page asks for each batch, so a slow page slows the engine instead of
 * drowning.
 */
export function createClient(listener: Listener, open = openWorker): Client {
  let worker: Worker | undefined;
  /** A first worker that is slow to load is waited for. */
  let hasAnswered = false;
  let lastId = 0;
  let wanted: Wanted | undefined;
  /** Sweeps and trials of rates that are still to be answered, by type: a newer one ends the one before. */
  const asked = new Map<Asked["type"], Asked>();
  const recovery = createRecovery();
  const watch = createWatch({
    ping: () => worker?.postMessage({ type: "ping", id: 0 } satisfies Request),
    onSilent: () => lose("worker-silent", "the worker does not answer"),
    patience: () => wanted?.patience ?? patience,
  });

  const ask = (request: Request) => {
    worker ??= begin();
    worker.postMessage(request);
    watchOver();
  };

  const watchOver = () =>
    hasAnswered && (wanted?.isAwaited || asked.size > 0) ? watch.wait() : watch.rest();

  function begin(): Worker {
    const opened = open();
    opened.onmessage = ({ data }: MessageEvent<Response>) => worker === opened && hear(data);
    opened.onerror = (event) => {
      event.preventDefault();
      if (worker === opened) lose("worker-died", `the worker stopped: ${event.message || "no reason given"}`);
    };
    return opened;
  }

  function end() {
    worker?.terminate();
    worker = undefined;
    hasAnswered = false;
    watch.rest();
  }

  /** The worker is of no more use. One that never came to answer would not the next time either. */
  function lose(kind: "worker-died" | "worker-silent", message: string) {
    const mayGoOn = hasAnswered;
    end();
    if (wanted) wanted.patience *= kind === "worker-silent" ? 2 : 1;
    if (mayGoOn) recover(kind, message);
    else giveUp(message);
  }

  /** Ends what a worker owes, as no other would do better; what it has answered in full is no failure. */
  function giveUp(message: string) {
    const owed = [...asked.values()].map(({ id }) => id);
    asked.clear();
    if (wanted?.isAwaited) endExecution(wanted, message);
    for (const id of owed) listener.onFailed(id, message);
  }

  function endExecution({ start }: Wanted, message: string) {
    wanted = undefined;
    listener.onFailed(start.id, message);
  }

  function recover(kind: FaultKind, message: string) {
    const fault = recovery.after(kind);
    if (!fault) return giveUp(message);
    // Whatever dies at rest takes nothing along.
    if (wanted?.isAwaited) listener.onFault(wanted.start.id, fault);
    resume();
  }

  /** Asks for what is wanted, from where it last stood; of a new worker all that the last one owes. */
  function resume() {
    const owed = worker ? [] : [...asked.values()];
    if (wanted?.isAwaited) {
      const { start, frames, snapshot: from } = wanted;
      ask({ ...start, frames, from, withoutGpu: recovery.withoutGpu() });
    }
    for (const request of owed) ask(request);
  }

  function advance(frames: number) {
    if (!wanted) return;
    wanted.frames = frames;
    wanted.isAwaited = true;
    if (worker) ask({ type: "advance", id: wanted.start.id, frames });
    else resume();
  }

  function hear(response: Response) {
    hasAnswered = true;
    watch.heard();
    if (response.type === "swept" || response.type === "tuned") {
      const type = response.type === "swept" ? "sweep" : "tune";
      if (asked.get(type)?.id === response.id) asked.delete(type);
    }
    tell(response);
    watchOver();
  }

  function tell(response: Response): void {
    switch (response.type) {
      case "alive":
        return;
      case "swept":
        return listener.onSwept(response.id, response.sweeps, response.steps, response.milliseconds);
      case "tuned":
        return listener.onTuned(response.id, response.tuning);
      case "testSet":
        // Not told twice: it is taken though another execution is wanted by now.
        return listener.onTestSet(response.testSet);
    }
    if (!wanted || response.id !== wanted.start.id) return;
    switch (response.type) {
      case "heard":
        return;
      case "started": {
        const { id, steps, computedBy } = response;
        if (computedBy.backend === "tfjs") wanted.patience = Math.max(wanted.patience, patienceWithTfjs);
        if (wanted.isStarted) return listener.onMoved(id, computedBy);
        wanted.isStarted = true;
        return listener.onStarted(id, steps, computedBy);
      }
      case "moved":
        return listener.onMoved(response.id, response.computedBy);
      case "loading":
        return listener.onLoading(response.id, response.loaded, response.total);
      case "frames":
        return hearFrames(wanted, response.batch, response.milliseconds);
      case "snapshot":
        wanted.snapshot = response.snapshot;
        return;
      case "device":
        return listener.onDevice(response.id, response);
      case "failed":
        return response.fault
          ? recover(response.fault, response.message)
          : endExecution(wanted, response.message);
    }
  }

  function hearFrames(mine: Wanted, batch: FrameBatch, milliseconds: number) {
    mine.isAwaited = false;
    const fresh = mine.told.fresh(batch);
    const frames = fresh ? listener.onFrames(mine.start.id, fresh, milliseconds) : mine.frames;
    if (frames > 0 && wanted === mine) advance(frames);
  }

  return {
    start(spec, dataUrl, frames) {
      const start: Start = { type: "start", id: ++lastId, spec, dataUrl, frames };
      wanted = { start, told: createTold(), isStarted: false, frames, isAwaited: true, patience };
      // The engine gives up what it was asked before.
      asked.clear();
      ask({ ...start, withoutGpu: recovery.withoutGpu() });
      return start.id;
    },
    cancel() {
      if (wanted && worker) worker.postMessage({ type: "cancel", id: wanted.start.id } satisfies Request);
      wanted = undefined;
      watchOver();
    },
    advance,
    close() {
      asked.clear();
      end();
    },
    sweep: (spec) => askFor("sweep", spec),
    tune: (spec) => askFor("tune", spec),
  };

  function askFor(type: Asked["type"], spec: ExperimentSpec): number {
    const request = { type, id: ++lastId, spec };
    asked.set(type, request);
    ask(request);
    return request.id;
  }
}

const openWorker = () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
