import { createClient, type Client, type ComputedBy, type Listener } from "../engine/client";
import { leftRuns } from "../experiment/branch";
import { withRates } from "../experiment/changed-run";
import { createRecording } from "../experiment/recording";
import { isSameButLabels } from "../experiment/run-label";
import { isSurfaceSpec, type ExperimentSpec } from "../experiment/spec";
import type { Store } from "./store";

/** Frames first asked of a network: a few, so that something moves at once. */
const firstFrames = 5;
/** Time a batch of a network's frames should take, in milliseconds. */
const batchTime = 150;
/** Quiet after a change before a network is trained anew, in milliseconds: a drag is one training, not a hundred. */
const trainDelay = 300;
/** Quiet after a change before the sliders' sweeps are computed, in milliseconds. */
const sweepDelay = 120;

export type Session = {
  /** Ends the computing; what is recorded stays. */
  cancel(): void;
  /** Tries learning rates for each run, the same number for all, and gives each its best: one change of the spec. */
  tune(): void;
  /** Computes the same spec anew: after a failure, or a cancel. */
  restart(): void;
  /** Nobody looks: no more is computed than is under way. */
  sleep(): void;
  /** Nobody has looked for a while: ends the worker and what it holds. What is recorded stays, and goes on with `wake`. */
  release(): void;
  /** Somebody looks: goes on, or begins with what was asked for meanwhile. */
  wake(): void;
};

/**
 * A changed spec is a new execution, at once or when it wakes. The sole caller of the client; `dataUrl` is where
 * public/data lies.
 */
export function startSession(
  store: Store,
  dataUrl: string,
  connect: (listener: Listener) => Client = createClient,
  isAwake = true,
): Session {
  const { getState, setState, subscribe } = store;
  let id = 0;
  let sweepId = 0;
  let tuneId = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether a network's cursor stays where a link has put it, instead of following what is trained. */
  let keepsCursor = !getState().playback.playing;
  let computed = { steps: 0, milliseconds: 0 };
  /** What went wrong with the GPU on the way to the last execution. */
  let toldOf: ComputedBy["fault"];
  /** Frames to ask for when it wakes; Infinity is a beginning. */
  let owed = 0;
  /** Whether the sliders' sweeps are still to come, and whether they were given up while nobody looked. */
  let awaitsSweeps = false;
  let owesSweeps = false;

  const client = connect({
    onStarted(started, steps, computedBy) {
      if (started !== id) return;
      const { spec, playback } = getState();
      tell(computedBy);
      setState({ execution: { status: "running" } });
      fresh = createRecording(
        spec.runs.length,
        steps,
        isSurfaceSpec(spec),
        undefined,
        leftRuns(spec.runs).length,
      );
      if (isSurfaceSpec(spec)) return;
      setState({ recording: fresh, recordedSpec: spec, recorded: 0 });
      if (!keepsCursor) setState({ playback: { ...playback, step: 0, playing: true } });
    },
    onMoved(moved, computedBy) {
      if (moved === id) tell(computedBy);
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
      const wanted = Math.min(Math.max(1, frames), 4 * batch.count);
      if (isAwake) return wanted;
      owed = wanted;
      return 0;
    },
    onFailed(failed, message) {
      if (failed === tuneId) giveUpTuning();
      if (failed !== id) return;
      const { spec, recordedSpec } = getState();
      if (recordedSpec !== spec) forget();
      // What is recorded can still be played; what was to come after it cannot.
      setState(({ playback }) => ({
        execution: { status: "failed", message },
        loading: undefined,
        playback: { ...playback, playing: false },
      }));
    },
    onFault(failed, fault) {
      if (failed === id) setState({ fault });
    },
    onDevice(answered, news) {
      const { computedBy } = getState();
      if (answered !== id) return;
      if (news.isReady) restart();
      else if (computedBy) setState({ computedBy: { ...computedBy, note: news.note } });
    },
    onTuned(tuned, result) {
      if (tuned !== tuneId) return;
      tuneId = 0;
      const spec = withRates(getState().spec, (i) => {
        const run = result.runs[i];
        return run?.kind === "best" ? run.lr : undefined;
      });
      setState({ spec, tuning: { of: spec, result } });
    },
    onTestSet: (testSet) => setState({ testSet }),
    onSwept(swept, sweeps, steps, milliseconds) {
      if (swept !== sweepId) return;
      awaitsSweeps = false;
      setState({ sweeps });
      // A surface's runs take less than the clock can tell; its sweeps walk the same code long enough.
      if (getState().computedBy?.backend === "cpu") count(steps, milliseconds);
    },
  });
  let fresh: ReturnType<typeof createRecording> | undefined;

  /** Says who computes. The rate is his alone. */
  function tell(computedBy: ComputedBy) {
    if (computedBy.adapter !== getState().computedBy?.adapter) {
      computed = { steps: 0, milliseconds: 0 };
      setState({ rate: undefined });
    }
    setState({ computedBy });
    // Each execution would say it anew.
    if (computedBy.fault !== toldOf) {
      toldOf = computedBy.fault;
      if (toldOf) setState({ fault: toldOf });
    }
  }

  /** Adds to what the rate is taken over. A browser's clock tells nothing of less than a few milliseconds. */
  function count(steps: number, milliseconds: number) {
    computed = { steps: computed.steps + steps, milliseconds: computed.milliseconds + milliseconds };
    if (computed.milliseconds >= 2) setState({ rate: (1000 * computed.steps) / computed.milliseconds });
  }

  /** Takes away what is drawn: it belongs to another spec. */
  function forget() {
    const { spec } = getState();
    const recordedSpec = { ...spec, runs: [] };
    setState({ recording: createRecording(0, 0, isSurfaceSpec(spec)), recordedSpec, recorded: 0 });
  }

  /** Ends what is computed, and what was about to be. */
  function stop() {
    clearTimeout(timer);
    client.cancel();
    [id, sweepId, owed] = [0, 0, 0];
    [awaitsSweeps, owesSweeps] = [false, false];
    giveUpTuning();
    fresh = undefined;
  }

  /** Forgets the rates being tried, as the engine does with its next start. */
  function giveUpTuning() {
    if (tuneId) setState({ tuning: undefined });
    tuneId = 0;
  }

  function restart() {
    const { spec, recordedSpec } = getState();
    clearTimeout(timer);
    sweepId = 0;
    [awaitsSweeps, owesSweeps] = [isSurfaceSpec(spec), false];
    giveUpTuning();
    fresh = undefined;
    if (isSurfaceSpec(spec) !== isSurfaceSpec(recordedSpec)) forget();
    if (!isSurfaceSpec(spec) && spec.runs.length === 0) {
      stop();
      forget();
      return setState({ execution: { status: "idle" }, loading: undefined, sweeps: [] });
    }
    setState({ execution: { status: "preparing", loaded: 0, total: 0 }, loading: undefined });
    if (!isAwake) {
      client.cancel();
      [id, owed] = [0, Infinity];
      return;
    }
    owed = 0;
    id = client.start(spec, dataUrl, isSurfaceSpec(spec) ? spec.steps + 1 : firstFrames);
    if (isSurfaceSpec(spec))
      timer = setTimeout(() => {
        sweepId = client.sweep(spec);
      }, sweepDelay);
  }

  subscribe((state, before) => {
    if (state.spec === before.spec) return;
    if (isSameButLabels(state.spec, before.spec)) {
      // What is computed stays, under its new name.
      if (state.recordedSpec === before.spec) setState({ recordedSpec: state.spec });
      return;
    }
    keepsCursor = state.playback !== before.playback && !state.playback.playing;
    // A sweep says which run by its index, and what a value would do by the other values.
    if (!isSameRuns(state.spec, before.spec)) setState({ sweeps: [] });
    if (isSurfaceSpec(state.spec) || isSurfaceSpec(before.spec)) return restart();
    stop();
    setState({ execution: { status: "preparing", loaded: 0, total: 0 }, loading: undefined });
    timer = setTimeout(restart, trainDelay);
  });
  restart();

  return {
    restart,
    tune() {
      const { spec } = getState();
      if (!isSurfaceSpec(spec) || spec.runs.length === 0) return;
      tuneId = client.tune(spec);
      setState({ tuning: { of: spec } });
    },
    sleep() {
      isAwake = false;
    },
    release() {
      const { status } = getState().execution;
      clearTimeout(timer);
      client.close();
      giveUpTuning();
      sweepId = 0;
      owesSweeps = awaitsSweeps;
      if (status === "preparing") [id, owed] = [0, Infinity];
      // What was under way is lost; it goes on from where it stood.
      if (status === "running" && owed === 0) owed = firstFrames;
    },
    wake() {
      if (isAwake) return;
      isAwake = true;
      if (owed === Infinity) restart();
      else {
        if (owed > 0) client.advance(owed);
        if (owesSweeps) sweepId = client.sweep(getState().spec);
      }
      [owed, owesSweeps] = [0, false];
    },
    cancel() {
      stop();
      setState({ execution: { status: "cancelled" }, loading: undefined });
    },
  };
}

/** Whether two specs hold the same optimizers in the same places, on the same kind of objective. */
const isSameRuns = (a: ExperimentSpec, b: ExperimentSpec) =>
  isSurfaceSpec(a) === isSurfaceSpec(b) &&
  a.runs.map(({ optimizer }) => optimizer).join() === b.runs.map(({ optimizer }) => optimizer).join();
