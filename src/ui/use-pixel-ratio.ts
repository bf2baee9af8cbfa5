import { useSyncExternalStore } from "react";
import { onPageScale, pixelDensity } from "./page-scale";

/** Device pixels to one of the page's, now and whenever that changes: by the browser's zoom, or on another screen. */
export const usePixelRatio = (): number => useSyncExternalStore(subscribe, pixelDensity);

function subscribe(onChange: () => void): () => void {
  let ending = new AbortController();
  // A query tells of leaving one ratio: the next is asked for when it is there.
  const watch = () => {
    ending = new AbortController();
    const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener("change", onRatio, { once: true, signal: ending.signal });
  };
  const onRatio = () => {
    watch();
    onChange();
  };
  watch();
  const stop = onPageScale(onChange);
  return () => {
    stop();
    ending.abort();
  };
}
