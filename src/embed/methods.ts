import { plannedSteps } from "../experiment/budget";
import { readSpec } from "../experiment/read-spec";
import { toRecordingJson } from "../experiment/recording-json";
import { problemOf, type Problem } from "../experiment/problem";
import type { Actions } from "../store/actions";
import { cursorOf } from "../store/cursor-of";
import { parseLink, refusalOfLink } from "../store/parse-link";
import type { Playback, State, Store } from "../store/store";
import { specLink } from "../store/write-link";
import { codes, RpcError, type Methods } from "./dispatch";

/** Asked for at most at once: each waits for the experiment to end. */
const mostWaiting = 16;

/** What a host may ask of a frame, done to its store. */
export function methodsOf(store: Store, actions: Actions, mayPlay: boolean): Methods {
  const { getState, setState } = store;
  let waiting = 0;

  const stepNow = () => ({ step: getState().playback.step });

  /** To a step, and rest there: one that is not yet computed is kept for when it is. */
  function seek(step: number) {
    const { recorded, recordedSpec, spec } = getState();
    if (recorded > 0 && recordedSpec === spec) actions.seek(step);
    else rest({ step: Math.min(Math.max(0, step), plannedSteps(spec)), playing: false });
    return stepNow();
  }

  const rest = (change: Partial<Playback>) =>
    setState(({ playback }) => ({ playback: { ...playback, ...change } }));

  /** What says the same is the same: nothing is computed anew. */
  function accepted(asked: State["spec"], problems: readonly Problem[], change: Partial<State> = {}) {
    const known = getState().spec;
    const spec = specLink(asked) === specLink(known) ? known : asked;
    setState({ spec, problems, hidden: new Set(), editing: undefined, ...change });
    return { spec };
  }

  return {
    set(params) {
      if ("spec" in params) {
        const { spec, problems } = readSpec(params.spec);
        return accepted(spec, problems);
      }
      const given = params.hash.replace(/^#/, "");
      const hash = names("embed", given) ? given : `${given}&embed=1`;
      const refusal = refusalOfLink(hash);
      if (refusal !== undefined)
        throw new RpcError(codes.params, `hash: ${problemOf("hash", refusal).message}`);
      const { view, problems, ...link } = parseLink(hash);
      const { playback, frame } = getState();
      return accepted(link.spec, problems, {
        view,
        playback: { ...playback, ...cursorOf(link, mayPlay) },
        // Who may speak is not for who speaks to say.
        ...(frame && link.frame && names("hide", given) && { frame: { ...frame, hide: link.frame.hide } }),
      });
    },
    get() {
      const { spec, playback } = getState();
      return { spec, playback: { step: playback.step, playing: playback.playing } };
    },
    play() {
      actions.play();
      return stepNow();
    },
    pause() {
      actions.pause();
      return stepNow();
    },
    step: ({ by }) => seek(getState().playback.step + by),
    seek: ({ step }) => seek(step),
    async recording() {
      if (waiting >= mostWaiting) throw new RpcError(codes.internal, "too many recordings are waited for");
      waiting++;
      try {
        return await completed(store);
      } finally {
        waiting--;
      }
    },
  };
}

/** Whether a hash gives a key. */
const names = (key: string, hash: string) => new RegExp(`(^|&)${key}=`).test(hash);

/** The recording of the spec as it is when it is complete; fails where its computing does. */
async function completed(store: Store) {
  const settled = ({ execution, recordedSpec, spec }: State) =>
    execution.status === "failed" || (execution.status === "complete" && recordedSpec === spec);
  if (!settled(store.getState()))
    await new Promise<void>((resolve) => {
      const stop = store.subscribe((state) => {
        if (!settled(state)) return;
        stop();
        resolve();
      });
    });
  const { execution, recordedSpec, computedBy, recording } = store.getState();
  if (execution.status === "failed") throw new RpcError(codes.internal, execution.message);
  if (!computedBy) throw new RpcError(codes.internal, "nothing was computed");
  return toRecordingJson(recordedSpec, computedBy, recording);
}
