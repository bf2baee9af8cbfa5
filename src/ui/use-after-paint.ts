import { useEffect, useState } from "react";

/**
 * False at first, true once what is there when it `isReady` has been painted: for what may come a moment later. True at
 * once where it was ready before.
 */
export function useAfterPaint(isReady: boolean): boolean {
  const [isPainted, setIsPainted] = useState(isReady);
  useEffect(() => {
    if (!isReady) return;
    // The first frame paints what is there; the second begins after it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setIsPainted(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [isReady]);
  return isPainted;
}
