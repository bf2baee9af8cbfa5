import { useLayoutEffect, useRef } from "react";

/**
 * Tells the style sheet how high the tallest derivation in an element is, in `--below`: the maps above take what the screen
 * has left. `count` is how many there are.
 */
export function useHeightBelow(count: number) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const all = [...element.querySelectorAll<HTMLElement>(".derivation")];
    const measure = () => {
      const tallest = Math.max(0, ...all.map(({ offsetHeight }) => offsetHeight));
      element.style.setProperty("--below", `${tallest}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const each of all) observer.observe(each);
    return () => observer.disconnect();
  }, [count]);
  return root;
}
