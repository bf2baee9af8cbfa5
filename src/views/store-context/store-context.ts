import { createContext, useContext, useSyncExternalStore } from "react";
import type { Actions } from "../../store/actions";
import type { History } from "../../store/history";
import type { Session } from "../../store/session";
import type { Shown } from "../../store/shown";
import type { State, Store } from "../../store/store";

/** What every view is handed: the store, what can be done to it and taken back, and the session that computes. */
export type Lab = {
  readonly store: Store;
  readonly shown: Shown;
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
  const { shown } = useLab();
  return useSyncExternalStore(shown.subscribe, () => select(shown.getState()));
}
