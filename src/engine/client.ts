import type { FrameBatch } from "../experiment/frame";
import type { ExperimentSpec } from "../experiment/spec";
import type { ComputedBy } from "./backends/backend";
import type { DeviceNews } from "./backends/pick";
import type { Request, Response, Sweep } from "./protocol";

export type { ComputedBy, Sweep };

/** What one execution tells the page. `id` is the one `start` returned. */
export type Listener = {
  onStarted(id: number, steps: number, computedBy: ComputedBy): void;
  onLoading(id: number, loaded: number, total: number): void;
  /** Asks for `more` frames next, or for none with 0. */
  onFrames(id: number, batch: FrameBatch, milliseconds: number): number;
  onFailed(id: number, message: string): void;
  onDevice(id: number, news: DeviceNews): void;
  onSwept(id: number, sweeps: readonly Sweep[], steps: number, milliseconds: number): void;
};

export type Client = {
  /** Ends what runs and begins anew; `frames` are computed at once. */
  start(spec: ExperimentSpec, dataUrl: string, frames: number): number;
  cancel(): void;
  sweep(spec: ExperimentSpec): number;
};

/** A batch that keeps the worker from its next request longer than this is not waited for: the worker is ended. */
const patience = 4000;

/**
 * The page's handle on the engine. Starts the worker with the first request, and a new one should it die or not
 * hear. The page asks for each batch, so a slow page slows the engine instead of drowning.
 */
export function createClient(listener: Listener, open = openWorker): Client {
  let worker: Worker | undefined;
  let id = 0;
  let current = 0;
  // Set while the worker owes an answer to the execution that is being ended.
  let isBusy = false;
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
      end();
      if (current) listener.onFailed(current, `the worker stopped: ${event.message || "no reason given"}`);
    };
    return opened;
  }

  function end() {
    worker?.terminate();
    worker = undefined;
    isBusy = false;
    clearTimeout(alarm);
    alarm = undefined;
  }

  function hear(response: Response) {
    clearTimeout(alarm);
    alarm = undefined;
    if (response.type === "swept")
      return listener.onSwept(response.id, response.sweeps, response.steps, response.milliseconds);
    if (response.id !== current) return;
    switch (response.type) {
      case "started":
        return listener.onStarted(response.id, response.steps, response.computedBy);
      case "loading":
        return listener.onLoading(response.id, response.loaded, response.total);
      case "frames": {
        const frames = listener.onFrames(response.id, response.batch, response.milliseconds);
        isBusy = frames > 0;
        if (isBusy) ask({ type: "advance", id: current, frames });
        return;
      }
      case "device":
        return listener.onDevice(response.id, response);
      case "failed":
        isBusy = false;
        return listener.onFailed(response.id, response.message);
    }
  }

  return {
    start(spec, dataUrl, frames) {
      const owed = isBusy;
      current = ++id;
      isBusy = true;
      ask({ type: "start", id: current, spec, dataUrl, frames });
      if (owed && alarm === undefined) {
        const stuck = worker;
        const request: Request = { type: "start", id: current, spec, dataUrl, frames };
        alarm = setTimeout(() => {
          if (worker !== stuck) return;
          end();
          if (current === request.id) ask(request);
        }, patience);
      }
      return current;
    },
    cancel() {
      if (current) ask({ type: "cancel", id: current });
      current = 0;
      isBusy = false;
    },
    sweep(spec) {
      const sweepId = ++id;
      ask({ type: "sweep", id: sweepId, spec });
      return sweepId;
    },
  };
}

const openWorker = () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
