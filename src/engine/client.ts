import type { FrameBatch } from "../experiment/frame";
import type { ExperimentSpec } from "../experiment/spec";
import type { ComputedBy, TestSet } from "./backends/backend";
import type { DeviceNews } from "./backends/pick";
import { AnyOriginWorker as Worker } from "./any-origin-worker";
import type { Request, Response, Sweep, TunedRun, Tuning } from "./protocol";

export type { ComputedBy, Sweep, TestSet, TunedRun, Tuning };

/** What the executions tell the page. `id` is the one `start` or `sweep` returned. */
export type Listener = {
  onStarted(id: number, steps: number, computedBy: ComputedBy): void;
  /** The execution goes on elsewhere, or there is more to say of where: frames from here on are computed by this. */
  onMoved(id: number, computedBy: ComputedBy): void;
  onLoading(id: number, loaded: number, total: number): void;
  /** Answers with how many frames it wants next; 0 is none. */
  onFrames(id: number, batch: FrameBatch, milliseconds: number): number;
  onFailed(id: number, message: string): void;
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
  /** Ends the worker, and with it whatever it holds; the next request starts a new one. */
  close(): void;
  sweep(spec: ExperimentSpec): number;
  /** Tries learning rates for each run; a `start` gives it up. */
  tune(spec: ExperimentSpec): number;
};

/** A worker that has answered before and does not take note of a start for so long is stuck: it is ended. */
const patience = 4000;

/**
 * The page's handle on the engine. Starts the worker with the first request, and a new one should it die or not
 * hear. The page asks for each batch, so a slow page slows the engine instead of drowning.
 */
export function createClient(listener: Listener, open = openWorker): Client {
  let worker: Worker | undefined;
  let hasAnswered = false;
  let lastId = 0;
  /** The execution that is wanted: what a new worker is asked for. */
  let wanted: Extract<Request, { type: "start" }> | undefined;
  let alarm: ReturnType<typeof setTimeout> | undefined;

  const ask = (request: Request) => {
    worker ??= begin();
    worker.postMessage(request);
  };

  function begin(): Worker {
    const opened = open();
    opened.onmessage = ({ data }: MessageEvent<Response>) => hear(data);
    opened.onerror = (event) => {
      event.preventDefault();
      if (worker !== opened) return;
      const lost = wanted;
      end();
      wanted = undefined;
      if (lost) listener.onFailed(lost.id, `the worker stopped: ${event.message || "no reason given"}`);
    };
    return opened;
  }

  function end() {
    worker?.terminate();
    worker = undefined;
    hasAnswered = false;
    clearTimeout(alarm);
    alarm = undefined;
  }

  function hear(response: Response) {
    hasAnswered = true;
    // Answers to an execution that was ended do not show that the worker has heard of the new one.
    if (response.id === wanted?.id) {
      clearTimeout(alarm);
      alarm = undefined;
    }
    if (response.type === "swept")
      return listener.onSwept(response.id, response.sweeps, response.steps, response.milliseconds);
    if (response.type === "tuned") return listener.onTuned(response.id, response.tuning);
    // Not told twice: it is taken though another execution is wanted by now.
    if (response.type === "testSet") return listener.onTestSet(response.testSet);
    if (response.id !== wanted?.id) return;
    switch (response.type) {
      case "heard":
        return;
      case "started":
        return listener.onStarted(response.id, response.steps, response.computedBy);
      case "moved":
        return listener.onMoved(response.id, response.computedBy);
      case "loading":
        return listener.onLoading(response.id, response.loaded, response.total);
      case "frames": {
        const frames = listener.onFrames(response.id, response.batch, response.milliseconds);
        if (frames > 0) ask({ type: "advance", id: response.id, frames });
        return;
      }
      case "device":
        return listener.onDevice(response.id, response);
      case "failed":
        return listener.onFailed(response.id, response.message);
    }
  }

  return {
    start(spec, dataUrl, frames) {
      wanted = { type: "start", id: ++lastId, spec, dataUrl, frames };
      if (hasAnswered)
        alarm ??= setTimeout(() => {
          end();
          if (wanted) ask(wanted);
        }, patience);
      ask(wanted);
      return wanted.id;
    },
    cancel() {
      if (wanted) ask({ type: "cancel", id: wanted.id });
      wanted = undefined;
    },
    advance(frames) {
      if (wanted) ask({ type: "advance", id: wanted.id, frames });
    },
    close() {
      end();
      wanted = undefined;
    },
    sweep(spec) {
      const id = ++lastId;
      ask({ type: "sweep", id, spec });
      return id;
    },
    tune(spec) {
      const id = ++lastId;
      ask({ type: "tune", id, spec });
      return id;
    },
  };
}

const openWorker = () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
