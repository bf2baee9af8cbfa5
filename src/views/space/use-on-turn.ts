import { useLayoutEffect, useRef } from "react";
import type { Turning } from "./turning";

/** Draws what depends on where one looks from: once for each animation frame in which that changed, past React. */
export function useOnTurn(turning: Turning, draw: () => void): void {
  const latest = useRef(draw);
  useLayoutEffect(() => {
    latest.current = draw;
  });
  useLayoutEffect(() => {
    let request = 0;
    const unsubscribe = turning.subscribe(() => {
      request ||= requestAnimationFrame(() => {
        request = 0;
        latest.current();
      });
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(request);
    };
  }, [turning]);
}
