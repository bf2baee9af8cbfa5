import { home, type Orbit } from "./orbit";

/** Where one looks from, which changes with every pixel of a drag and does not pass through React. */
export type Turning = {
  readonly now: () => Orbit;
  readonly turnTo: (orbit: Orbit) => void;
  /** Calls back after each change, until the function returned is called. */
  readonly subscribe: (onTurn: () => void) => () => void;
};

/** A view that begins at home. */
export function createTurning(): Turning {
  let orbit = home;
  const listeners = new Set<() => void>();
  return {
    now: () => orbit,
    turnTo(next) {
      orbit = next;
      for (const listener of listeners) listener();
    },
    subscribe(onTurn) {
      listeners.add(onTurn);
      return () => listeners.delete(onTurn);
    },
  };
}
