import { useLayoutEffect, useState, type RefObject } from "react";

export type Size = { readonly width: number; readonly height: number };

/** Size of an element's content box in whole pixels, as it changes; 0 x 0 before it is known. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const measure = () => {
      const [width, height] = [Math.floor(observed.clientWidth), Math.floor(observed.clientHeight)];
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
