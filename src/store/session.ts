import { createClient, type Client, type Listener } from "../engine/client";
import { createRecording } from "../experiment/recording";
import { isSurfaceSpec } from "../experiment/spec";
import type { Store } from "./store";

/** Frames first asked of a network: a few, so that something moves at once. */
const firstFrames = 5;
/** Time a batch of a network's frames should take, in milliseconds. */
const batchTime = 150;
/** Quiet after a change before the sliders' sweeps are computed, in milliseconds. */
const sweepDelay = 120;

export type Session = {
  /** Ends the computing; what is recorded stays. */
  cancel(): void;
  /** Computes the same spec anew: after a failure, or a cancel. */
  restart(): void;
};

/**
 * A changed spec is a new execution. The sole caller of the client; `dataUrl` is where public/data lies.
 */
export function startSession(
  store: Store,
  dataUrl: string,
  connect: (listener: Listener) => Client = createClient,
): Session {
  const { getState, setState, subscribe } = store;
  let id = 0;
  let sweepId = 0;
  let sweepTimer: ReturnType<typeof setTimeout> | undefined;
  let computed = { steps: 0, milliseconds: 0 };

  const client = connect({
    onStarted(started, steps, computedBy) {
      if (started !== id) return;
      const { spec, playback, computedBy: before } = getState();
      if (computedBy.adapter !== before?.adapter) {
        computed = { steps: 0, milliseconds: 0 };
        setState({ rate: undefined });
      }
      setState({ computedBy, execution: { status: "running" } });
      fresh = createRecording(spec.runs.length, steps, isSurfaceSpec(spec));
      // A network is watched live; a surface keeps its cursor while a slider moves.
      if (!isSurfaceSpec(spec))
        setState({
          recording: fresh,
          recordedSpec: spec,
          recorded: 0,
          playback: { ...playback, step: 0, playing: true },
        });
    },
    onLoading(loading, loaded, total) {
      if (loading !== id) return;
      const { execution } = getState();
      if (execution.status === "preparing") setState({ execution: { status: "preparing", loaded, total } });
      setState({ loading: loaded < total ? { loaded, total } : undefined });
    },
    onFrames(answered, batch, milliseconds) {
      if (answered !== id || !fresh) return 0;
      fresh.append(batch);
      count(batch.count * batch.runs, milliseconds);
      const isComplete = fresh.isComplete();
      const { spec } = getState();
      setState(({ playback }) => ({
        recording: fresh!,
        recordedSpec: spec,
        recorded: fresh!.frames,
        playback: { ...playback, step: Math.min(playback.step, fresh!.steps) },
        ...(isComplete && { execution: { status: "complete" } as const }),
      }));
      if (isComplete) return 0;
      const frames = Math.round((batch.count * batchTime) / Math.max(milliseconds, 1));
      return Math.min(Math.max(1, frames), 4 * batch.count);
    },
    onFailed(failed, message) {
      if (failed === id) setState({ execution: { status: "failed", message }, loading: undefined });
    },
    onDevice(answered, news) {
      const { computedBy } = getState();
      if (answered !== id) return;
      if (news.isReady) restart();
      else if (computedBy) setState({ computedBy: { ...computedBy, note: news.note } });
    },
    onSwept(swept, sweeps, steps, milliseconds) {
      if (swept !== sweepId) return;
      setState({ sweeps });
      // A surface's runs take less than the clock can tell; its sweeps walk the same code long enough.
      if (getState().computedBy?.backend === "cpu") count(steps, milliseconds);
    },
  });
  let fresh: ReturnType<typeof createRecording> | undefined;

  /** Adds to what the rate is taken over. A browser's clock tells nothing of less than a few milliseconds. */
  function count(steps: number, milliseconds: number) {
    computed = { steps: computed.steps + steps, milliseconds: computed.milliseconds + milliseconds };
    if (computed.milliseconds >= 2) setState({ rate: (1000 * computed.steps) / computed.milliseconds });
  }

  function restart() {
    const { spec, recordedSpec } = getState();
    fresh = undefined;
    // A slider's move keeps the old paths until the new ones are there; another kind of objective has no use for them.
    if (isSurfaceSpec(spec) !== isSurfaceSpec(recordedSpec) || !isSurfaceSpec(spec))
      setState({
        recording: createRecording(0, 0, isSurfaceSpec(spec)),
        recordedSpec: { ...spec, runs: [] },
        recorded: 0,
      });
    setState({ execution: { status: "preparing", loaded: 0, total: 0 }, loading: undefined });
    id = client.start(spec, dataUrl, isSurfaceSpec(spec) ? spec.steps + 1 : firstFrames);
    clearTimeout(sweepTimer);
    if (isSurfaceSpec(spec)) {
      sweepTimer = setTimeout(() => {
        sweepId = client.sweep(spec);
      }, sweepDelay);
    } else setState({ sweeps: [] });
  }

  subscribe((state, before) => {
    if (state.spec !== before.spec) restart();
  });
  restart();

  return {
    restart,
    cancel() {
      client.cancel();
      id = 0;
      clearTimeout(sweepTimer);
      setState({ execution: { status: "cancelled" }, loading: undefined });
    },
  };
}
