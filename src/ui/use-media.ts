import { useSyncExternalStore } from "react";
import { onPageScale, scaledQuery } from "./page-scale";

/** Whether a media query holds for the page, whatever its scale, now and whenever that changes. */
export function useMedia(query: string): boolean {
  const subscribe = (onChange: () => void) => {
    let media = matchMedia(scaledQuery(query));
    media.addEventListener("change", onChange);
    const rescaled = () => {
      media.removeEventListener("change", onChange);
      media = matchMedia(scaledQuery(query));
      media.addEventListener("change", onChange);
      onChange();
    };
    const stop = onPageScale(rescaled);
    return () => {
      stop();
      media.removeEventListener("change", onChange);
    };
  };
  return useSyncExternalStore(subscribe, () => matchMedia(scaledQuery(query)).matches);
}
