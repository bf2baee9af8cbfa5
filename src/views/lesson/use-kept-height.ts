import { useLayoutEffect, type RefObject } from "react";

/**
 * Keeps an element as high as it has been, for as long as it stands for the same thing in the same window: what is below
 * does not move under the hand that changes its words. None is kept where nothing is said of what it stands for.
 */
export function useKeptHeight(box: RefObject<HTMLElement | null>, standsFor: string | undefined): void {
  useLayoutEffect(() => {
    const { style } = box.current!;
    const forget = () => style.removeProperty("min-height");
    addEventListener("resize", forget);
    return () => {
      forget();
      removeEventListener("resize", forget);
    };
  }, [box, standsFor]);

  useLayoutEffect(() => {
    const { style, offsetHeight } = box.current!;
    if (standsFor !== undefined) style.setProperty("min-height", `${offsetHeight}px`);
  });
}
