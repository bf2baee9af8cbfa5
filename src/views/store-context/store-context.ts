import { createContext, useContext, useSyncExternalStore } from "react";
import type { Actions } from "../../store/actions";
import type { History } from "../../store/history";
import type { Session } from "../../store/session";
import type { Rendered } from "../../store/rendered";
import type { State, Store } from "../../store/store";

/** What every view is handed: the store, what can be done to it and taken back, and the session that computes. */
export type Lab = {
  readonly store: Store;
  /** The store as React hears of it: a slider's move comes with its paths. */
  readonly rendered: Rendered;
  readonly actions: Actions;
  readonly history: History;
  readonly session: Session;
};

/** Where views find the lab. */
export const LabContext = createContext<Lab | undefined>(undefined);

/** The page's lab. Throws outside <App/>. */
export function useLab(): Lab {
  const lab = useContext(LabContext);
  if (!lab) throw new Error("a view stands outside the app");
  return lab;
}

/**
 * A part of the state that rarely changes, itself not made anew by `select`; frames and the cursor go by `store.subscribe`, not by render.
 */
export function useLabState<T>(select: (state: State) => T): T {
  const { rendered } = useLab();
  return useSyncExternalStore(rendered.subscribe, () => select(rendered.getState()));
}
