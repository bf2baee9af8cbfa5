import { useLayoutEffect, useRef } from "react";
import type { State } from "../../store/store";
import { useLab } from "../store-context/store-context";

/**
 * Draws what moves sixty times a second, past React: `draw` writes to refs, once for each animation frame in which
 * the cursor moved or the recording grew, and after each render, so that fresh elements stand where they belong.
 */
export function useFrame(draw: (state: State) => void): void {
  const { store } = useLab();
  const latest = useRef(draw);
  const drawn = useRef<State>(undefined);

  useLayoutEffect(() => {
    latest.current = draw;
    drawn.current = store.getState();
    draw(drawn.current);
  });

  // Ends in the commit that takes the elements away: a passive effect would end after it, and a frame may come between.
  useLayoutEffect(() => {
    let request = 0;
    let isMounted = true;
    const unsubscribe = store.subscribe((state, before) => {
      const isSame =
        state.playback === before.playback &&
        state.recorded === before.recorded &&
        state.recording === before.recording;
      if (isSame || request) return;
      request = requestAnimationFrame(() => {
        request = 0;
        // A render may have come first.
        if (!isMounted || store.getState() === drawn.current) return;
        latest.current(store.getState());
      });
    });
    return () => {
      isMounted = false;
      unsubscribe();
      cancelAnimationFrame(request);
    };
  }, [store]);
}
