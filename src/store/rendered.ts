import { isSurfaceSpec } from "../experiment/spec";
import type { State, Store } from "./store";

/** How long a slider's move waits for its paths, in milliseconds: about a frame. */
const patience = 16;

/** The state as the page renders it. */
export type Rendered = Pick<Store, "getState" | "subscribe"> & {
  /** Makes a change of a surface's spec that is rendered in one go with the paths that come of it, or when patience ends. */
  withPaths(change: () => void): void;
};

/**
 * A browser draws a frame after each press of a key before it hears the worker. Were the page rendered with the press and
 * once more with its paths, they would be a frame later, and a slider ahead of what it moves.
 */
export function createRendered(store: Store): Rendered {
  let rendered = store.getState();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<(state: State, before: State) => void>();

  function show() {
    clearTimeout(timer);
    timer = undefined;
    const before = rendered;
    rendered = store.getState();
    if (rendered !== before) for (const listener of listeners) listener(rendered, before);
  }

  store.subscribe(() => {
    if (timer === undefined || !isOnItsWay(store.getState())) show();
  });

  return {
    getState: () => rendered,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    withPaths(change) {
      timer ??= setTimeout(show, patience);
      change();
      if (!isOnItsWay(store.getState())) show();
    },
  };
}

/** Whether paths are still to come for a surface's spec. */
const isOnItsWay = ({ spec, recordedSpec, execution }: State): boolean =>
  isSurfaceSpec(spec) && spec !== recordedSpec && execution.status !== "failed";
