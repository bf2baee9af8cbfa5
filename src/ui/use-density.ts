import { useSyncExternalStore } from "react";
import { onPageScale, pixelDensity } from "./page-scale";

/** Pixels of the device a pixel of the page, now and whenever a window is moved to another screen or zoomed. */
export const useDensity = (): number => useSyncExternalStore(subscribe, pixelDensity);

function subscribe(onChange: () => void): () => void {
  let media: MediaQueryList | undefined;
  // A query names one density: after each change it has to be put anew.
  const listen = () => {
    media = matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`);
    media.addEventListener("change", changed);
  };
  const changed = () => {
    media?.removeEventListener("change", changed);
    listen();
    onChange();
  };
  listen();
  const stop = onPageScale(onChange);
  return () => {
    stop();
    media?.removeEventListener("change", changed);
  };
}
